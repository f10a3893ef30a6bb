import { z } from "zod";
import type { EmulatorClock } from "../core/clock.js";
import type { Group } from "../core/directory.model.js";
import type { LatencySettings } from "../core/latency.js";
import { LIFECYCLE_EVENTS, type LifecycleEvent } from "../core/subscription.model.js";
import type { World } from "../core/world.js";

const seconds = z.number().nonnegative();

const Clock = z.union([
  z.strictObject({ advanceMs: z.number() }),
  z.strictObject({ set: z.string() }),
  z.strictObject({ reset: z.literal(true) }),
]);

const LatencyBody = z
  .strictObject({
    graphMs: seconds,
    entraMs: seconds,
    jitterSigma: seconds,
    seed: z.int(),
    routes: z.array(
      z.strictObject({
        service: z.enum(["entra", "graph"]).optional(),
        method: z.string().optional(),
        path: z.string().min(1),
        ms: seconds,
        sigma: seconds.optional(),
      }),
    ),
  })
  .partial();

const limit = z.int().positive().nullable();
/** Switches and latency as a caller writes them; null turns a limit off. */
export const SettingsBody = z.strictObject({
  switches: z
    .strictObject({
      commonTenantCode: z.union([z.literal(50059), z.literal(900023)]),
      tokenLifetimeSeconds: z.int().positive(),
      refreshInSeconds: limit,
      maxTop: z.int().positive(),
      defaultTop: z.int().positive(),
      mailboxBySmtpAddress: z.boolean(),
      allDayInOtherZone: z.enum(["keepDates", "shift"]),
      staleIfMatchStatus: z.union([z.literal(412), z.literal(409)]),
      tangledDependsOn: z.enum(["refuse", "allow"]),
      batchOrder: z.enum(["shuffled", "finished"]),
      batchWidth: z.int().positive(),
      mailboxConcurrency: limit,
      mailboxRequests: limit,
      globalRequests: limit,
      mailboxUploadBytes: limit,
      extensionRequests: limit,
      subscriptionRequests: limit,
      limitWindow: z.enum(["sliding", "fixed"]),
      refusedRequestsCount: z.boolean(),
      retryAfterForm: z.enum(["seconds", "decimal", "httpDate", "absent"]),
      throttledBatchStatus: z.union([z.literal(200), z.literal(424)]),
      batchHeaderNames: z.enum(["mixedCase", "lowerCase"]),
      concurrencyRetryAfterSeconds: seconds,
      shortMonths: z.enum(["lastDay", "skip"]),
      severalDays: z.enum(["nthOfSet", "earliestDay"]),
      weeklyNeedsFirstDay: z.boolean(),
      newTimesDropExceptions: z.boolean(),
      exceptionsInEventLists: z.boolean(),
      meetingDeliveryMs: seconds,
      attendeeEdits: z.enum(["ownCopy", "ignore", "refuse"]),
      attendeeDelete: z.enum(["silent", "decline"]),
      keepDeclinedMeetings: z.boolean(),
      unrequestedResponse: z.enum(["refuse", "allow"]),
      ownMemberUpdates: z.enum(["silent", "mail"]),
      filterIgnoresCase: z.boolean(),
      filterByChangeTimes: z.boolean(),
      expandCalendar: z.boolean(),
      deltaPageSize: z.int().positive(),
      deltaTokenLifetimeSeconds: seconds,
      lostDeltaStatus: z.union([z.literal(410), z.literal(404), z.literal(400)]),
      lostDeltaCode: z.enum(["SyncStateNotFound", "syncStateNotFound", "resyncRequired"]),
      deltaListOptions: z.enum(["ignore", "refuse"]),
      deltaNamesRemovedOccurrences: z.boolean(),
      assertionClockSkewSeconds: seconds,
      secretReplicationSeconds: seconds,
      consentReplicationSeconds: seconds,
      replicasFlap: z.boolean(),
      errorPageStatus: z.union([z.literal(200), z.literal(400)]),
      challengeSizeCode: z.union([z.literal(501491), z.literal(50147)]),
      adminConsentRefusal: z.enum(["seen", "documented"]),
      adminConsentRemovesUnlisted: z.boolean(),
      tokenRequestsPerMinute: limit,
      maxSchedules: z.int().positive(),
      workingElsewhereDigit: z.enum(["0", "4"]),
      findMeetingTimesStatus: z.union([z.literal(401), z.literal(403)]),
      meetingTimesCandidates: z.int().positive(),
      meetingTimesSearchDays: z.number().positive().max(62),
      tentativeAttendancePercent: z.number().min(0).max(100),
      emptySuggestionsReasonCase: z.enum(["camel", "pascal"]),
      compressedBodies: z.enum(["refuse", "accept"]),
      oversizedBodyCode: z.enum(["RequestEntityTooLarge", "ErrorMessageSizeExceeded"]),
      longTokenLifetimeSeconds: z.int().positive(),
      deltaShowsExtensions: z.boolean(),
      reminderWindow: z.enum(["fireTime", "eventTime"]),
      supportedTimeZonesAppOnly: z.enum(["refuse", "allow"]),
      groupDelete: z.enum(["emptyOnly", "withCalendars"]),
      permissionCreateStatus: z.union([z.literal(200), z.literal(201)]),
      uploadAuthorization: z.enum(["refuse", "ignore"]),
      uploadSessionMinutes: z.number().positive(),
      plainHttpWebhooks: z.boolean(),
      webhookTimeoutMs: z.int().positive(),
      webhookSlowMs: z.number().positive(),
      slowWebhookShare: z.number().min(0).max(1),
      droppedWebhookShare: z.number().min(0).max(1),
      webhookSampleSize: z.int().positive(),
      slowWebhookDelayMs: seconds,
      notificationRetryMs: seconds,
      webhookRetryAfter: z.enum(["ignore", "obey"]),
      reauthorizationLeadMinutes: limit,
      notificationDelayMs: seconds,
      duplicateSubscription: z.union([z.literal(409), z.literal(201)]),
      subscriptionsPerMailbox: z.int().positive(),
      unsharedCalendar: z.enum(["accessDenied", "notFound"]),
      freeBusyReaders: z.enum(["sharees", "everybody", "nobody"]),
      sharedCalendarsAppear: z.enum(["whenAccepted", "atOnce"]),
      noFreeBusyAccessCode: z.string(),
      privateRequestsToDelegates: z.enum(["withhold", "whoMaySee"]),
    })
    .partial()
    .optional(),
  latency: LatencyBody.optional(),
});

/** Reads how to move the clock. Throws `RangeError` with a sentence on what is wrong; so do the others here. */
export function readClockBody(body: unknown): (clock: EmulatorClock) => void {
  const wanted = read(Clock, body);
  if ("advanceMs" in wanted) return (clock) => clock.advance(wanted.advanceMs);
  if ("set" in wanted) return (clock) => clock.set(wanted.set);
  return (clock) => clock.reset();
}

/** Reads settings; what is returned applies them. Null turns a limit off. */
export function readSettings(body: unknown): (world: Pick<World, "switches" | "latency">) => void {
  const settings = read(SettingsBody, body);
  return (world) => applySettings(settings, world);
}

/** Applies settings that were read. */
export function applySettings(
  { switches = {}, latency = {} }: z.infer<typeof SettingsBody>,
  world: Pick<World, "switches" | "latency">,
): void {
  const named = Object.entries(switches).map(([name, value]) => [name, value ?? undefined]);
  Object.assign(world.switches, Object.fromEntries(named));
  // Parsing leaves absent members absent, which the optional members of the type ask for.
  world.latency.apply(latency as Partial<LatencySettings>);
}

/** Reads a body. Throws `RangeError` with a sentence on everything that is wrong. */
export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new RangeError(z.prettifyError(parsed.error));
  return parsed.data;
}

const AcceptedCalendar = z.strictObject({ sharee: z.string(), owner: z.string(), calendar: z.string().optional() });

/** Reads who accepts whose calendar; people by address or object id. */
export function readAcceptedCalendar(body: unknown): z.infer<typeof AcceptedCalendar> {
  return read(AcceptedCalendar, body);
}

const address = z.string().regex(/^[^@\s]+@[^@\s]+$/, "An address has an @.");
const GroupBody = z.strictObject({ mail: address, displayName: z.string().optional(), members: z.array(address) });

/** Reads a group; its tenant is the one that owns the domain of its address. */
export function readGroup(body: unknown): Omit<Group, "id"> {
  const { mail, displayName, members } = read(GroupBody, body);
  return { mail, displayName: displayName ?? mail, members };
}

const Lifecycle = z.strictObject({ event: z.enum(LIFECYCLE_EVENTS) });

/** Reads which lifecycle event is to be sent. */
export function readLifecycleBody(body: unknown): LifecycleEvent {
  return read(Lifecycle, body).event;
}
