/**
 * Members of payloads that are shown once, wherever in the payload they stand. They are not stored with the outcome of a
 * mutation; its repetition answers null for them.
 */
export const SHOWN_ONCE: Readonly<Record<string, readonly string[]>> = {
  createApiKey: ["token"],
  createInvitation: ["link"],
  createInvitations: ["link"],
  resendInvitation: ["link"],
  beginMailboxAuthorization: ["authorizationUrl"],
  requestAdminConsent: ["adminConsentUrl"],
};
