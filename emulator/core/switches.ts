/**
 * Behaviours on which Microsoft's documentation is silent or reports disagree. Each can be turned; the defaults are
 * the readings that this emulator takes.
 */
export interface Switches {
  /** AADSTS number for client credentials at `/common`, `/organizations` or `/consumers`: both are reported. */
  commonTenantCode: 50059 | 900023;
  /** Life of an access token in seconds; `exp - iat` is 300 more, because the start is back-dated. */
  tokenLifetimeSeconds: number;
  /** Life in seconds of an app-only token for a client that declared the capability `cp1`. */
  longTokenLifetimeSeconds: number;
  /** `refresh_in` of token answers in seconds; undefined leaves it out. */
  refreshInSeconds: number | undefined;
  /** Largest page of an Outlook list; larger `$top` values are cut to it without an error. */
  maxTop: number;
  /** Items of an Outlook page when `$top` is absent. */
  defaultTop: number;
  /** Whether mailbox paths also take a user's SMTP address where it is not the user principal name. */
  mailboxBySmtpAddress: boolean;
  /** How an all-day event reads in another zone: as the same dates, or moved by the offset like any other event. */
  allDayInOtherZone: "keepDates" | "shift";
  /** Status for a stale `If-Match`; 409 was seen as well. */
  staleIfMatchStatus: 412 | 409;
  /** Whether a batch may have other `dependsOn` shapes than one chain or one common first request. */
  tangledDependsOn: "refuse" | "allow";
  /** Order of a batch's answers: mixed by the seed, or as they end. */
  batchOrder: "shuffled" | "finished";
  /** Parts of a batch that Outlook works on at a time. */
  batchWidth: number;
  /** Requests at once per app and mailbox; undefined for no limit. */
  mailboxConcurrency: number | undefined;
  /** Requests in ten minutes per app and mailbox; undefined for no limit. */
  mailboxRequests: number | undefined;
  /** Requests in ten seconds per app over all tenants; off by default, Microsoft publishes 130,000. */
  globalRequests: number | undefined;
  /** Bytes of PATCH, POST and PUT in five minutes per app and mailbox; undefined for no limit. */
  mailboxUploadBytes: number | undefined;
  /** Requests to open extensions in ten seconds per app and tenant; undefined for no limit. */
  extensionRequests: number | undefined;
  /** Requests to subscriptions in ten seconds per app and tenant; off, because their figures are in tables of their own. */
  subscriptionRequests: number | undefined;
  /** Whether the windows of the limits move along or begin with the first request, about which nothing is said. */
  limitWindow: "sliding" | "fixed";
  /** Whether requests that a limit refused count against it: clients are told not to hammer while throttled. */
  refusedRequestsCount: boolean;
  /** `Retry-After` of the limits: whole seconds; decimal, as in Microsoft's sample; a date; or none, as it happens too. */
  retryAfterForm: "seconds" | "decimal" | "httpDate" | "absent";
  /** Status of a batch of which a part was throttled: 200, or 424 as older texts have it. */
  throttledBatchStatus: 200 | 424;
  /** Names of headers in the answers of a batch: as they are elsewhere, or in lower case, which is seen as well. */
  batchHeaderNames: "mixedCase" | "lowerCase";
  /** Seconds named when a mailbox has too many requests open; the state itself ends as soon as one of them ends. */
  concurrencyRetryAfterSeconds: number;
  /** Seconds by which the times in a client assertion may be off. */
  assertionClockSkewSeconds: number;
  /** Seconds after its start in which a new secret is still unknown to the token endpoint. */
  secretReplicationSeconds: number;
  /** Seconds after an administrator's consent in which app-only tokens still have the roles of before. */
  consentReplicationSeconds: number;
  /** Whether, while a secret or a consent replicates, every second token request meets a replica that knows it. */
  replicasFlap: boolean;
  /** What a day of the month does in months that are too short: Exchange's rule is the last day. */
  shortMonths: "lastDay" | "skip";
  /** What several days mean in a relative pattern: the nth day that is one of them, or the earliest of each one's nth. */
  severalDays: "nthOfSet" | "earliestDay";
  /** Whether a weekly pattern has to name `firstDayOfWeek`, which is called required and has a default. */
  weeklyNeedsFirstDay: boolean;
  /** Whether a change of a series' pattern or times removes its changed and cancelled occurrences, as in Exchange. */
  newTimesDropExceptions: boolean;
  /** Whether lists of events hold changed occurrences beside the masters, as some reports say. */
  exceptionsInEventLists: boolean;
  /** Emulated milliseconds until an invitation, update, cancellation or answer reaches the other mailbox. */
  meetingDeliveryMs: number;
  /** What an attendee's PATCH of members the organizer owns does: change the own copy until the next update, nothing, or 400. */
  attendeeEdits: "ownCopy" | "ignore" | "refuse";
  /** Whether an attendee's DELETE tells the organizer. */
  attendeeDelete: "silent" | "decline";
  /** Whether a declined meeting stays in the calendar of the one who declined, shown as free. */
  keepDeclinedMeetings: boolean;
  /** Whether an answer with `sendResponse` to a meeting that asks for none is 400, as reported. */
  unrequestedResponse: "refuse" | "allow";
  /** Whether attendees are mailed when the organizer changes only categories, reminder or `showAs`. */
  ownMemberUpdates: "silent" | "mail";
  /** Whether text in a `$filter` is compared without regard to case, as Exchange and the directory compare it. */
  filterIgnoresCase: boolean;
  /** Whether events can be filtered by `createdDateTime` and `lastModifiedDateTime`; reports disagree. */
  filterByChangeTimes: boolean;
  /** Whether `$expand` of an event takes `calendar`, which the schema marks as not expandable. */
  expandCalendar: boolean;
  /** Status of sign-in pages that show an error. */
  errorPageStatus: 200 | 400;
  /** AADSTS number for a PKCE challenge of the wrong size: both are documented for it. */
  challengeSizeCode: 501491 | 50147;
  /** Redirect after an administrator refused: as it was seen in reality, or as it is documented. */
  adminConsentRefusal: "seen" | "documented";
  /** Whether an administrator's consent to everything registered takes back what is no longer listed. */
  adminConsentRemovesUnlisted: boolean;
  /** Items of a page of change tracking without `odata.maxpagesize`; the service's own choice. */
  deltaPageSize: number;
  /** Life of a link of change tracking in seconds, for which Outlook has no fixed figure; 0 loses all there are. */
  deltaTokenLifetimeSeconds: number;
  /** Answer to a link that has lost its state: 410 by most reports, other statuses and codes in texts. */
  lostDeltaStatus: 410 | 404 | 400;
  lostDeltaCode: "SyncStateNotFound" | "syncStateNotFound" | "resyncRequired";
  /** Whether change tracking ignores or refuses `$top`, `$skip` and `$count`. */
  deltaListOptions: "ignore" | "refuse";
  /** Whether a deleted series is told with each of its occurrences or alone. */
  deltaNamesRemovedOccurrences: boolean;
  /** Whether change tracking tells of events in which only extensions or extended properties changed; documented not to. */
  deltaShowsExtensions: boolean;
  /** Equal token requests in a minute before AADSTS50196; undefined for no limit, because Microsoft publishes none. */
  tokenRequestsPerMinute: number | undefined;
  /** Most schedules of one getSchedule: the service names 100, the documentation 20. */
  maxSchedules: number;
  /** Digit of "working elsewhere" in `availabilityView`. */
  workingElsewhereDigit: "0" | "4";
  /** Status of `findMeetingTimes` for an app-only token. */
  findMeetingTimesStatus: 401 | 403;
  /** Most suggestions of `findMeetingTimes` without `maxCandidates`; the service's own choice. */
  meetingTimesCandidates: number;
  /** Days from now that `findMeetingTimes` searches without `timeSlots`; Microsoft names none. */
  meetingTimesSearchDays: number;
  /** Chance in percent that somebody who is tentative attends; Microsoft gives those of free (100), unknown (49) and busy (0). */
  tentativeAttendancePercent: number;
  /** Letter case of `emptySuggestionsReason`: the resource's page and the sample of the guide differ. */
  emptySuggestionsReasonCase: "camel" | "pascal";
  /** Whether the window of `reminderView` is about when reminders fire or when events take place. */
  reminderWindow: "fireTime" | "eventTime";
  /** Whether an app-only token may read the supported time zones and languages: data and page disagree. */
  supportedTimeZonesAppOnly: "refuse" | "allow";
  /** Whether a calendar group that holds calendars can be deleted, with them. */
  groupDelete: "emptyOnly" | "withCalendars";
  /** Status of a created calendar permission. */
  permissionCreateStatus: 200 | 201;
  /** What a compressed request body meets: 415, after which Microsoft's own clients send it plain, or a reader. */
  compressedBodies: "refuse" | "accept";
  /** Code of the 413 for a body above 4 MB; both are reported. */
  oversizedBodyCode: "RequestEntityTooLarge" | "ErrorMessageSizeExceeded";
  /** What an upload session makes of an `Authorization` header, which it does not need. */
  uploadAuthorization: "refuse" | "ignore";
  /** Emulated minutes that an upload session lives. */
  uploadSessionMinutes: number;
  /** Whether webhooks may be plain HTTP: Graph takes HTTPS only, but what listens on a loopback address rarely has it. */
  plainHttpWebhooks: boolean;
  /** Real milliseconds that a webhook has to answer a validation or a notification. */
  webhookTimeoutMs: number;
  /** Real milliseconds from which an answer of a webhook counts as slow: 3 seconds in one text, 10 in another. */
  webhookSlowMs: number;
  /** Share of slow answers in ten minutes above which notifications come late, and the one above which they are dropped. */
  slowWebhookShare: number;
  droppedWebhookShare: number;
  /** Fewest answers in ten minutes that say anything about a webhook; Microsoft names no number. */
  webhookSampleSize: number;
  /** Emulated milliseconds by which notifications to a slow webhook come late. */
  slowWebhookDelayMs: number;
  /** Emulated milliseconds for which a failed notification is tried again. */
  notificationRetryMs: number;
  /** Whether the `Retry-After` of a webhook that refuses makes the next attempt wait; nothing is said about it. */
  webhookRetryAfter: "ignore" | "obey";
  /** Emulated minutes before a subscription's end at which `reauthorizationRequired` is sent; undefined: on command only. */
  reauthorizationLeadMinutes: number | undefined;
  /** Emulated milliseconds between a change and its notification. */
  notificationDelayMs: number;
  /** Status for a second subscription to the same resource, changes and URL: documented 409, reports get 201. */
  duplicateSubscription: 409 | 201;
  /** Most active subscriptions on one mailbox, of all apps. */
  subscriptionsPerMailbox: number;
  /** Whether a path into a calendar that is not shared with the caller is 403 `ErrorAccessDenied` or 404 `ErrorItemNotFound`. */
  unsharedCalendar: "accessDenied" | "notFound";
  /**
   * Who of those that see no more than free and busy may ask for events, which come as times alone: people it was
   * given to, as Microsoft's page says; everybody of the organization; or nobody, as Exchange's folder right has it.
   */
  freeBusyReaders: "sharees" | "everybody" | "nobody";
  /** Whether a calendar is in a sharee's list after it was accepted in Outlook, or as soon as it is shared. */
  sharedCalendarsAppear: "whenAccepted" | "atOnce";
  /** `responseCode` of a getSchedule row whose owner shows the caller nothing: Exchange's number for it, seen in Outlook. */
  noFreeBusyAccessCode: string;
  /** Whether requests and answers that are private go to delegates who may see such events, or to their recipient alone. */
  privateRequestsToDelegates: "withhold" | "whoMaySee";
}

export const DEFAULT_SWITCHES: Readonly<Switches> = Object.freeze({
  commonTenantCode: 50059,
  tokenLifetimeSeconds: 3599,
  longTokenLifetimeSeconds: 86_399,
  refreshInSeconds: undefined,
  maxTop: 1000,
  defaultTop: 10,
  mailboxBySmtpAddress: true,
  allDayInOtherZone: "keepDates",
  staleIfMatchStatus: 412,
  tangledDependsOn: "refuse",
  batchOrder: "shuffled",
  batchWidth: 4,
  mailboxConcurrency: 4,
  mailboxRequests: 10_000,
  globalRequests: undefined,
  mailboxUploadBytes: 150 * 1024 * 1024,
  extensionRequests: 455,
  subscriptionRequests: undefined,
  limitWindow: "sliding",
  refusedRequestsCount: true,
  retryAfterForm: "seconds",
  throttledBatchStatus: 200,
  batchHeaderNames: "mixedCase",
  concurrencyRetryAfterSeconds: 1,
  assertionClockSkewSeconds: 300,
  secretReplicationSeconds: 0,
  consentReplicationSeconds: 0,
  replicasFlap: false,
  shortMonths: "lastDay",
  severalDays: "nthOfSet",
  weeklyNeedsFirstDay: false,
  newTimesDropExceptions: true,
  exceptionsInEventLists: false,
  meetingDeliveryMs: 0,
  attendeeEdits: "ownCopy",
  attendeeDelete: "silent",
  keepDeclinedMeetings: false,
  unrequestedResponse: "refuse",
  ownMemberUpdates: "silent",
  filterIgnoresCase: true,
  filterByChangeTimes: true,
  expandCalendar: true,
  errorPageStatus: 400,
  challengeSizeCode: 501491,
  adminConsentRefusal: "seen",
  adminConsentRemovesUnlisted: true,
  deltaPageSize: 10,
  deltaTokenLifetimeSeconds: 30 * 86_400,
  lostDeltaStatus: 410,
  lostDeltaCode: "SyncStateNotFound",
  deltaListOptions: "ignore",
  deltaNamesRemovedOccurrences: false,
  deltaShowsExtensions: false,
  tokenRequestsPerMinute: undefined,
  maxSchedules: 100,
  workingElsewhereDigit: "0",
  findMeetingTimesStatus: 403,
  meetingTimesCandidates: 20,
  meetingTimesSearchDays: 7,
  tentativeAttendancePercent: 49,
  emptySuggestionsReasonCase: "camel",
  reminderWindow: "fireTime",
  supportedTimeZonesAppOnly: "refuse",
  groupDelete: "emptyOnly",
  permissionCreateStatus: 200,
  compressedBodies: "refuse",
  oversizedBodyCode: "RequestEntityTooLarge",
  uploadAuthorization: "refuse",
  uploadSessionMinutes: 60,
  plainHttpWebhooks: true,
  webhookTimeoutMs: 10_000,
  webhookSlowMs: 3_000,
  slowWebhookShare: 0.1,
  droppedWebhookShare: 0.15,
  webhookSampleSize: 10,
  slowWebhookDelayMs: 10_000,
  notificationRetryMs: 4 * 3_600_000,
  webhookRetryAfter: "ignore",
  reauthorizationLeadMinutes: undefined,
  notificationDelayMs: 0,
  duplicateSubscription: 409,
  subscriptionsPerMailbox: 1_000,
  unsharedCalendar: "accessDenied",
  freeBusyReaders: "sharees",
  sharedCalendarsAppear: "whenAccepted",
  noFreeBusyAccessCode: "5037",
  privateRequestsToDelegates: "withhold",
});
