import type { Viewer } from "../../../../src/auth/viewer.js";
import { AppError } from "../../../../src/lib/app-error.js";
import { type Call, newMeter } from "../../../../src/lib/call.js";
import { createLoaders } from "../../../../src/loaders/create-loaders.js";
import type { RequestContext } from "../../../../src/resolvers/common/request-context.js";
import type { Services } from "../../../../src/services/create-services.js";
import { GuideService } from "../../../../src/services/guide/guide.service.js";

const T0 = new Date("2026-03-02T09:00:00Z");
const ulid = (kind: string, n: number) => `01${kind}${String(n).padStart(23, "0")}`;

export const ORGANIZATION_IDS = [1, 2].map((n) => ulid("A", n));
export const MAILBOX_IDS = [1, 2, 3].map((n) => ulid("M", n));
const CONNECTION_ID = ulid("C", 1);
const KEY_ID = ulid("K", 1);
export const INVITATION_ID = ulid("N", 1);

const organization = (id: string) => ({
  kind: "Organization",
  id,
  name: `Organization ${id.slice(-1)}`,
  slug: `o-${id.slice(-1)}`,
  emailDomains: ["one.example", "two.example"],
  createdAt: T0,
  updatedAt: T0,
});
const connection = {
  kind: "ConnectionConfig",
  id: CONNECTION_ID,
  organizationId: ORGANIZATION_IDS[0],
  name: "main",
  cloud: "EMULATOR",
  access: "APPLICATION",
  supportedAccountTypes: "SINGLE_TENANT",
  tenantId: "t",
  clientId: "c",
  state: "ACTIVE",
  stateReason: null,
  stateCode: null,
  permissionLevel: "READ_WRITE",
  freeBusyReach: "SPECIFIED",
  lastVerification: null,
  createdAt: T0,
  updatedAt: T0,
};
const credential = {
  kind: "Credential",
  id: ulid("D", 1),
  connectionId: CONNECTION_ID,
  proof: "CERTIFICATE",
  state: "CURRENT",
  version: 1,
  hint: "ABC",
  setAt: T0,
  expiresAt: T0,
  daysLeft: -1,
  refusedAt: null,
  certificate: { pem: "PEM", fileName: "a.pem", thumbprintSha256: "AB", thumbprintSha1: "CD" },
  federated: null,
};
const warning = {
  kind: "CREDENTIAL_EXPIRED",
  message: "It has expired.",
  since: T0,
  link: "https://entra.microsoft.com/",
  credentialId: credential.id,
};
const mailbox = (id: string) => ({
  kind: "Mailbox",
  id,
  organizationId: ORGANIZATION_IDS[0],
  // The last one names a connection that is not there.
  connectionId: id === MAILBOX_IDS[2] ? ulid("C", 9) : CONNECTION_ID,
  address: `${id.slice(-1)}@one.example`,
  displayName: null,
  graphUserId: null,
  state: "ACTIVE",
  stateReason: null,
  createdAt: T0,
  updatedAt: T0,
});
const signIn = {
  account: "1@one.example",
  tenantId: "9188040d-6c67-4c5b-b112-36a304b66dad",
  state: "NEEDS_RECONNECT",
  stateCode: "AADSTS50173",
  signedInAt: T0,
  refreshedAt: T0,
};
const consent = { tenantId: "t", consentedAt: T0, granted: ["Calendars.ReadWrite"], missing: [] };
const invitation = {
  kind: "Invitation",
  id: INVITATION_ID,
  organizationId: ORGANIZATION_IDS[0],
  connectionId: CONNECTION_ID,
  mailboxId: MAILBOX_IDS[0],
  address: "1@one.example",
  note: "Two\nlines",
  state: "SENT",
  stateReason: null,
  createdAt: T0,
  expiresAt: T0,
  sentAt: T0,
  openedAt: null,
  acceptedAt: null,
  revokedAt: null,
  createdBy: KEY_ID,
};
const apiKey = {
  kind: "ApiKey",
  id: KEY_ID,
  organizationId: ORGANIZATION_IDS[0],
  name: "key",
  role: "ADMIN",
  hint: "asg_x",
  createdAt: T0,
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: T0,
};
const timed = { kind: "Timed", instant: T0, timeZone: "Europe/Berlin", timeZoneSource: "EVENT" };
const utc = { kind: "Timed", instant: T0, timeZone: "UTC", timeZoneSource: "FALLBACK_UTC" };
const place = {
  displayName: "Room 4",
  emailAddress: null,
  uri: null,
  type: "CONFERENCE_ROOM",
  address: { street: "Quay 1", city: null, state: null, postalCode: null, countryOrRegion: null },
  coordinates: { latitude: 59.4, longitude: -24.7, altitude: null, accuracy: null, altitudeAccuracy: 2 },
  uniqueId: "Room 4",
};
const meeting = {
  provider: "TEAMS_FOR_BUSINESS",
  joinUrl: "https://teams.example/x",
  conferenceId: null,
  tollNumber: null,
  tollFreeNumbers: ["+1"],
  quickDial: null,
  phones: [{ number: "+2", type: "MOBILE" }],
};
const event = (mailboxId: string, n: number) => ({
  kind: "Event",
  mailboxId,
  graphId: `event-${n}`,
  version: `W/"${n}"`,
  visibility: "FULL",
  start: n % 3 === 0 ? { kind: "AllDay", date: "2026-03-02" } : timed,
  end: n % 3 === 0 ? { kind: "AllDay", date: "2026-03-03" } : utc,
  isAllDay: n % 3 === 0,
  subject: n % 2 === 0 ? null : `Subject "${n}" \\ \u0007 ü € 😀 \ud800`,
  // What no enum member fits is an error of its field.
  showAs: n === 2 ? "ODD" : "BUSY",
  body: n === 4 ? { contentType: "HTML", content: "<p>\n<script>x</script></p>" } : null,
  attendees: [
    {
      name: "Ann",
      address: null,
      type: "REQUIRED",
      response: "ACCEPTED",
      respondedAt: T0,
      proposedTime: n === 3 ? { start: timed, end: utc } : null,
    },
  ],
  organizer: n === 1 ? null : { name: "Bo", address: "bo@one.example" },
  categories: ["a", "b"],
  location: null,
  locations: n === 2 ? [place] : [],
  reminder: { isOn: n === 1, minutesBefore: n === 1 ? 15 : null },
  createdAt: T0,
  originalStart: n === 3 ? T0 : null,
  seriesMasterGraphId: n === 1 ? undefined : n === 2 ? null : "master-1",
  extendedData: n === 1 ? undefined : [{ key: "room", value: "4 \u2028" }],
  isOnlineMeeting: n === 2,
  webLink: n === 1 ? "not a url" : "https://outlook.example/x",
  onlineMeeting: n === 2 ? meeting : null,
  isCancelled: false,
  isOrganizer: n === 3,
  response: "ACCEPTED",
  iCalUId: n === 1 ? null : `uid-${n}`,
  // Some answer later requests too, and so their texts are kept.
  ...(n > 2 && { isKept: true }),
});

/** Values as no mapper makes them: GraphQL converts some of them, and refuses others. */
const oddEvent = (mailboxId: string, n: number) => ({
  ...event(mailboxId, n + 2),
  ...[
    { subject: 5, isAllDay: 1, categories: new Set(["a"]), version: true },
    { attendees: [{ name: "Ann", type: null, response: "ACCEPTED" }], location: new Error("No location.") },
    { categories: ["a", null], start: { ...timed, instant: new Date(Number.NaN) }, organizer: "Bo" },
    { end: { kind: "Never" }, isCancelled: "no", bodyPreview: ["x"], webLink: 7, importance: ["LOW"] },
  ][n - 1],
});

const ODD_MAILBOX = MAILBOX_IDS[2];
/**
 * The odd mailbox has an event that GraphQL converts and, by calendar, another one that it refuses. Never two of these:
 * graphql-js leaves the first one's rejection to nobody when the second fails at once.
 */
function viewOf(mailboxId: string, calendarGraphId: string | null): readonly object[] {
  const refused = { "calendar-1": 2, "calendar-2": 4 }[calendarGraphId ?? ""] ?? 3;
  const isOdd = (n: number) => mailboxId === ODD_MAILBOX && (n === 1 || n === refused);
  return [1, 2, 3, 4].map((n) => (isOdd(n) ? oddEvent : event)(mailboxId, n));
}

type ViewOf = { readonly mailboxId: string; readonly calendarGraphId: string | null };
const views = new Map<string, readonly object[]>();
/** The same objects each time, as kept events are. */
function keptView({ mailboxId, calendarGraphId }: ViewOf): readonly object[] {
  const key = `${mailboxId} ${calendarGraphId}`;
  const view = views.get(key) ?? viewOf(mailboxId, calendarGraphId);
  views.set(key, view);
  return view;
}

const calendar = (mailboxId: string, n: number) => ({
  kind: "Calendar",
  mailboxId,
  graphId: `calendar-${n}`,
  name: n === 1 ? "Calendar" : null,
  isDefault: n === 1,
  canEdit: true,
  canShare: n === 1,
  canViewPrivateItems: null,
  isRemovable: n !== 1,
  isTallyingResponses: n === 1,
  // What no enum member fits is an error of its field.
  color: n === 1 ? "LIGHT_BLUE" : "ODD",
  hexColor: null,
  allowedOnlineMeetingProviders: n === 1 ? ["TEAMS_FOR_BUSINESS"] : null,
  defaultOnlineMeetingProvider: n === 1 ? "TEAMS_FOR_BUSINESS" : null,
  owner: n === 1 ? { name: "Ann", address: null } : null,
});

const group = (mailboxId: string, n: number) => ({
  kind: "CalendarGroup",
  mailboxId,
  graphId: `group-${n}`,
  name: n === 1 ? "My Calendars" : null,
  isDefault: n === 1,
});
const permission = (mailboxId: string, calendarGraphId: string) => ({
  kind: "CalendarPermission",
  mailboxId,
  calendarGraphId,
  permissionGraphId: "RGVmYXVsdA==",
  role: calendarGraphId === "calendar-1" ? "READ" : "ODD",
  allowedRoles: ["NONE", "READ"],
  isInsideOrganization: true,
  isRemovable: null,
  isMyOrganization: true,
  grantee: { name: "My Organization", address: null },
});
const schedule = (key: { subject: { mailboxId?: string; address?: string } }, n: number) => ({
  ...key,
  address: key.subject.address ?? "1@one.example",
  mailboxId: key.subject.mailboxId ?? null,
  items: [
    {
      status: "BUSY",
      start: T0,
      end: new Date(T0.getTime() + 3_600_000),
      subject: "x",
      location: null,
      isPrivate: n === 1,
    },
    // What no enum member fits is an error of its field.
    { status: n === 2 ? "ODD" : "TENTATIVE", start: T0, end: T0, subject: null, location: "y", isPrivate: null },
  ],
  availabilityView: "2200",
  workingHours: { daysOfWeek: ["MONDAY"], startMinute: 540, endMinute: 1_020, timeZone: "UTC", utcOffsetMinutes: null },
  asOf: T0,
  source: "GET_SCHEDULE",
  error: key.subject.mailboxId === MAILBOX_IDS[1] ? unreachable() : null,
});
const room = (n: number) => ({
  connectionId: CONNECTION_ID,
  placeId: `place-${n}`,
  address: n === 1 ? "room@one.example" : null,
  displayName: `Room ${n}`,
  capacity: n,
  bookingType: n === 2 ? "ODD" : "STANDARD",
  tags: ["a"],
  postalAddress: { street: null, city: "c", state: null, countryOrRegion: null, postalCode: null },
  coordinates: n === 1 ? { latitude: 1.5, longitude: null } : null,
});
const person = { address: "1@one.example", mailboxId: MAILBOX_IDS[0], asOf: T0, source: "GET_SCHEDULE", error: null };
const meetingTimes = {
  people: [{ ...person, isRequired: true, workingHours: null }],
  rooms: [{ ...person, displayName: null, capacity: 4 }],
  emptyReasons: [{ kind: "NO_ROOM_FREE", message: "None." }],
  suggestions: [
    {
      start: T0,
      end: T0,
      timeZone: "UTC",
      score: 50,
      reasons: [{ kind: "ALL_REQUIRED_FREE", message: "Free." }],
      attendance: [
        { person: { ...person, isRequired: true, workingHours: null }, status: "FREE", isInWorkingHours: true },
      ],
      rooms: [],
    },
  ],
};

const page = (items: readonly unknown[]) => ({ items, hasNextPage: false, hasPreviousPage: false });
const mapOf = (ids: readonly string[], known: readonly string[], make: (id: string) => unknown) =>
  new Map(ids.filter((id) => known.includes(id)).map((id) => [id, make(id)]));
const unreachable = () => new AppError("MAILBOX_UNAVAILABLE", "No mailbox.", { upstream: { code: "x", status: 404 } });

/** The domain with fixed data, some of it faulty: enough for resolvers to meet every kind of outcome. */
export const fakeServices = {
  guide: new GuideService({ publicUrl: "https://gateway.example" }),
  organizations: {
    getMany: async (_: Viewer, ids: string[]) => mapOf(ids, ORGANIZATION_IDS, organization),
    bySlug: async () => organization(ORGANIZATION_IDS[1] ?? ""),
    list: async () => page(ORGANIZATION_IDS.map(organization)),
  },
  connections: {
    getMany: async (_: Viewer, ids: string[]) => mapOf(ids, [CONNECTION_ID], () => connection),
    listOfOrganization: async () => page([connection]),
  },
  connectionHealth: {
    getMany: async () =>
      new Map([
        [
          CONNECTION_ID,
          {
            lastSuccessAt: T0,
            lastFailureAt: T0,
            lastErrorCode: "ErrorAccessDenied",
            lastErrorRequestId: null,
            consecutiveFailures: 2,
          },
        ],
      ]),
  },
  connectionHistory: {
    listOfConnection: async () =>
      page([
        {
          id: ulid("E", 1),
          happenedAt: T0,
          from: null,
          to: "DRAFT",
          cause: "CREATED",
          reason: null,
          code: null,
          correlationId: null,
          actor: KEY_ID,
        },
      ]),
  },
  connectionVerifier: {
    getMany: async () => new Map(),
  },
  credentials: {
    getMany: async (_: Viewer, ids: string[]) => mapOf(ids, [credential.id], () => credential),
    ofConnections: async (_: Viewer, connections: object[]) =>
      connections.map(() => ({ credentials: [credential], warnings: [warning] })),
  },
  invitations: {
    getMany: async (_: Viewer, ids: string[]) => mapOf(ids, [INVITATION_ID], () => invitation),
    ofMailboxes: async (_: Viewer, ids: string[]) => mapOf(ids, MAILBOX_IDS.slice(0, 1), () => invitation),
    listOfConnection: async () => page([invitation]),
  },
  mailboxes: {
    getMany: async (_: Viewer, ids: string[]) => mapOf(ids, MAILBOX_IDS, mailbox),
    listOfOrganization: async (_: Viewer, id: string) =>
      page(id === ORGANIZATION_IDS[0] ? MAILBOX_IDS.map(mailbox) : []),
    listOfConnection: async () => page(MAILBOX_IDS.slice(0, 1).map(mailbox)),
  },
  mailboxSelection: {
    select: async (_: Viewer, id: string, { mailboxIds }: { mailboxIds: string[] | null }) => {
      if (id !== ORGANIZATION_IDS[0]) throw new AppError("NOT_FOUND", "No such organization.");
      return (mailboxIds ?? MAILBOX_IDS).map(mailbox);
    },
  },
  authorizations: {
    signInsOf: async (_: Viewer, ids: string[]) => mapOf(ids, MAILBOX_IDS.slice(0, 1), () => signIn),
  },
  adminConsents: {
    latestOf: async (_: Viewer, ids: string[]) => mapOf(ids, [CONNECTION_ID], () => consent),
  },
  apiKeys: {
    getMany: async (_: Viewer, ids: string[]) => mapOf(ids, [KEY_ID], () => apiKey),
    listOfOrganization: async () => {
      throw new AppError("FORBIDDEN", "Not with this key.");
    },
  },
  calendars: {
    listMany: async (_: Viewer, ids: string[]) =>
      ids.map((id) => (id === MAILBOX_IDS[1] ? unreachable() : [calendar(id, 1), calendar(id, 2)])),
    getMany: async (_: Viewer, keys: { mailboxId: string }[]) => keys.map(({ mailboxId }) => calendar(mailboxId, 1)),
  },
  calendarGroups: {
    listMany: async (_: Viewer, ids: string[]) =>
      ids.map((id) => (id === MAILBOX_IDS[1] ? unreachable() : [group(id, 1), group(id, 2)])),
    getMany: async (_: Viewer, keys: { mailboxId: string }[]) => keys.map(({ mailboxId }) => group(mailboxId, 1)),
    calendarsOf: async (_: Viewer, keys: { mailboxId: string; graphId: string }[]) =>
      keys.map(({ mailboxId, graphId }) => (graphId === "group-2" ? unreachable() : [calendar(mailboxId, 1)])),
  },
  calendarSharing: {
    listMany: async (_: Viewer, keys: { mailboxId: string; graphId: string }[]) =>
      keys.map(({ mailboxId, graphId }) =>
        mailboxId === MAILBOX_IDS[1] ? unreachable() : [permission(mailboxId, graphId)],
      ),
    getMany: async (_: Viewer, keys: { mailboxId: string; calendarGraphId: string }[]) =>
      keys.map(({ mailboxId, calendarGraphId }) => permission(mailboxId, calendarGraphId)),
  },
  eventReader: {
    viewMany: async (_: Viewer, keys: ViewOf[]) =>
      keys.map((key) => (key.mailboxId === MAILBOX_IDS[1] ? unreachable() : { events: keptView(key), asOf: T0 })),
    getMany: async (_: Viewer, keys: { mailboxId: string }[]) => keys.map(({ mailboxId }) => event(mailboxId, 1)),
  },
  schedules: { getMany: async (_: Viewer, keys: never[]) => keys.map((key, index) => schedule(key, index + 1)) },
  rooms: { list: async () => [room(1), room(2)], roomLists: async () => [room(1)] },
  meetingTimes: { find: async () => meetingTimes },
} as unknown as Services;

/** A context of its own for each execution, because loaders remember. */
export function fakeContext(): RequestContext {
  const viewer: Viewer = {
    apiKeyId: KEY_ID,
    apiKeyName: "key",
    role: "ADMIN",
    organizationId: ORGANIZATION_IDS[0] ?? "",
  };
  const call: Call = { signal: new AbortController().signal, requestId: "r", traceparent: "t", meter: newMeter() };
  return { viewer, call, loaders: createLoaders(fakeServices, viewer, call) };
}
