/** Who makes a request: the API key that signed it, what it may do, and for which organization. */
export interface Viewer {
  readonly apiKeyId: string;
  readonly apiKeyName: string;
  readonly role: "OWNER" | "ADMIN" | "WRITER" | "READER";
  /** Null for an OWNER, who belongs to the server and not to one organization. */
  readonly organizationId: string | null;
}
