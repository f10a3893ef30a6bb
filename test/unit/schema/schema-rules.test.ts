import { readFileSync } from "node:fs";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { describe, expect, test } from "vitest";
import { buildGatewaySchema } from "../../../src/api/build-schema.js";
import { SHOWN_ONCE } from "../../../src/api/idempotency/shown-once.js";
import { COST_WEIGHTS } from "../../../src/api/limits/cost-weights.js";
import { strayWeights } from "../../../src/api/limits/field-weights.js";
import type { Services } from "../../../src/services/create-services.js";

// Resolvers only keep their services; the shape of the schema needs none.
const schema: GraphQLSchema = buildGatewaySchema({} as Services, 100);
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

/** Arguments of lists that choose what is in them, and in which order. */
const NARROWING = new Set([
  "start",
  "end",
  "address",
  "maxAge",
  "state",
  "filter",
  "freeDuring",
  "orderBy",
  "mailboxIds",
  "connectionId",
]);

type Member = GraphQLField<unknown, unknown> | GraphQLInputField;

function fieldsOf(type: GraphQLNamedType): readonly Member[] {
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
}

const fields = types.flatMap((type) =>
  fieldsOf(type).map((field): [name: string, field: Member] => [`${type.name}.${field.name}`, field]),
);
const outputs = fields.flatMap(([name, field]): [name: string, field: GraphQLField<unknown, unknown>][] =>
  "args" in field ? [[name, field]] : [],
);
const args = outputs.flatMap(([name, field]) =>
  field.args.map((arg): [name: string, arg: GraphQLArgument] => [`${name}(${arg.name})`, arg]),
);

function holdsList(type: Member["type"] | GraphQLArgument["type"]): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** A type is a Relay connection when it has edges and a page info, whatever its name. */
function isRelayConnection(type: GraphQLNamedType): boolean {
  const names = fieldsOf(type).map(({ name }) => name);
  return names.includes("edges") && names.includes("pageInfo");
}

/** Lists that no page is needed for, each with its bound. */
const BOUNDED_LISTS: Readonly<Record<string, string>> = {
  "ConnectionConfig.credentials": "two live ones and one that waits",
  "ConnectionConfig.warnings": "one for each kind and credential",
  "AdminConsent.granted": "the application permissions of one registration",
  "AdminConsent.missing": "no more than are required",
  "Mailbox.capabilities": "one for each name",
  "ApprovalRequest.whoMayApprove": "roles of Entra, named in the code",
  "ConnectionGuide.accountTypes": "the four of Entra's form",
  "ConnectionGuide.permissions": "the few that the gateway knows",
  "ConnectionGuide.redirectUris": "the gateway's own",
  "ConnectionGuide.scripts": "one of each kind",
  "ConnectionGuide.steps": "written in the code",
  "ConnectionGuide.warnings": "written in the code",
  "GuideStep.copy": "written in the code",
  "GuideStep.enter": "written in the code",
  "GuideStep.whoMayDoIt": "roles of Entra, named in the code",
  "AddAttendeesPayload.added": "no more than were given, at most 500",
  "AddAttendeesPayload.unchanged": "no more than were given, at most 500",
  "RemoveAttendeesPayload.removed": "no more than were given, at most 500",
  "RemoveAttendeesPayload.unchanged": "no more than were given, at most 500",
  "Calendar.allowedOnlineMeetingProviders": "the three of Microsoft's list",
  "CalendarPermission.allowedRoles": "the eight of Microsoft's list",
  "CreateInvitationsPayload.results": "one for each row that was given, at most 100",
  "Event.attendees": "Microsoft allows at most 500",
  "Event.attachments": "files of one item of a mailbox, whose size is limited; 1,000 are read at most",
  "Event.categories": "names of an event's own categories; Outlook's master list has a few dozen",
  "EventPreview.changes": "one for each field of an input",
  "EventPreview.recipients": "Microsoft allows at most 500 attendees",
  "EventPreview.warnings": "one of each kind",
  "Meeting.copies": "one for each mailbox of a list, at most 200",
  "Event.extendedData": "written in portions of at most 50 entries, into one property of an item",
  "Event.locations": "at most 20, checked on input",
  "OnlineMeeting.phones": "the numbers of one meeting",
  "OnlineMeeting.tollFreeNumbers": "the numbers of one meeting",
  "Event.cancelledOccurrences": "dates of one series, no more than it has",
  "Recurrence.exdates": "dates of one series, no more than it has",
  "RecurrencePattern.daysOfWeek": "seven at most",
  "SeriesSplit.carriedCancellations": "dates of one series, no more than it has",
  "SeriesSplit.droppedExceptions": "dates of one series, no more than it has",
  "InvitationResult.errors": "one for each fault of one row",
  "MeetingSuggestion.attendance": "one for each person that was named",
  "MeetingSuggestion.reasons": "one of each kind",
  "MeetingSuggestion.rooms": "at most 100, checked on input",
  "MeetingTimes.emptyReasons": "the first that left nothing",
  "MeetingTimes.people": "at most 100, checked on input",
  "MeetingTimes.rooms": "at most 100, checked on input",
  "MeetingTimes.suggestions": "at most 100, checked on input",
  "Organization.schedules": "one for each mailbox and address that was named, at most 1,000",
  "Room.tags": "what an administrator typed",
  "Schedule.busy": "no more than its items and their bounds",
  "Schedule.items": "Microsoft answers at most 1,000 for each piece of the window",
  "ScheduleWorkingHours.daysOfWeek": "the days of the week",
  "Organization.emailDomains": "at most 100, checked on input",
  "Query.nodes": "as many as the ids that were given, at most a page",
  "Verification.checks": "one for each step of a verification",
  "VerificationCheck.possibleCauses": "the few that the gateway knows",
  "CreateMailboxesPayload.rows": "at most 1,000, checked on input",
  "DeleteMailboxesPayload.mailboxes": "at most 1,000, checked on input",
  "DirectoryUserPage.nodes": "a page that Microsoft made, at most as long as any other",
  "DirectoryGroupPage.nodes": "a page that Microsoft made, at most as long as any other",
  "DirectoryUser.addresses": "Exchange allows at most 400 of one mailbox",
  "Mailbox.aliases": "Exchange allows at most 400 of one mailbox",
  "UserError.path": "as deep as an input is nested",
  "Viewer.permissions": "one for each kind of action",
};

/** Enums whose values come from Microsoft. */
const UPSTREAM_ENUMS = [
  "AttendeeType",
  "BodyType",
  "CalendarColor",
  "CalendarRole",
  "EventType",
  "Importance",
  "LocationType",
  "OnlineMeetingProvider",
  "PhoneType",
  "ResponseStatus",
  "RoomBookingType",
  "Sensitivity",
  "ShowAs",
];

describe("the schema", () => {
  test("is the one that is committed", () => {
    const committed = readFileSync("schema/schema.graphql", "utf8");

    expect(committed.trim().endsWith(printSchema(lexicographicSortSchema(schema)).trim())).toBe(true);
  });

  test("describes every type, field, argument and enum value", () => {
    const values = types.filter(isEnumType).flatMap((type) => type.getValues());
    // The library that builds the schema takes no description for the root types; their fields have theirs.
    const described = [...types, ...fields.map(([, field]) => field), ...args.map(([, arg]) => arg), ...values];

    expect(described.length).toBeGreaterThan(300);
    expect(described.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
  });

  test("puts every list that can grow into a Relay connection", () => {
    const bare = outputs.filter(([name, { type }]) => {
      const owner = schema.getType(name.split(".")[0]!)!;
      // What an interface has, its implementations have too.
      const isInherited = isObjectType(owner) && owner.getInterfaces().some((type) => type.name === "UserError");
      return holdsList(type) && !isRelayConnection(owner) && !isInherited && !name.endsWith("Payload.errors");
    });

    expect(bare.map(([name]) => name).sort()).toEqual(Object.keys(BOUNDED_LISTS).sort());
  });

  test("pages every Relay connection by the same four arguments, beside those that narrow the list", () => {
    const paged = outputs.filter(([, { type }]) => isRelayConnection(getNamedType(type)));

    expect(paged.length).toBeGreaterThan(5);
    for (const [name, { args }] of paged) {
      const names = args.map((arg) => arg.name).filter((arg) => !NARROWING.has(arg));
      expect([name, names.sort()]).toEqual([name, ["after", "before", "first", "last"]]);
    }
  });

  test("calls a type ...Connection only when it is a Relay connection, and every such type so", () => {
    for (const type of types)
      expect([type.name, type.name.endsWith("Connection")]).toEqual([type.name, isRelayConnection(type)]);
  });

  test("gives every list of objects items that are not null, but for nodes, whose items fail one by one", () => {
    const nullable = outputs.filter(([, { type }]) => {
      const list = isNonNullType(type) ? type.ofType : type;
      return isListType(list) && !isNonNullType(list.ofType);
    });

    expect(nullable.map(([name]) => name)).toEqual(["Query.nodes"]);
  });

  test("types ids as ID, and an object's own id as ID!", () => {
    const ids = [...fields, ...args].filter(([name]) => /(\.|\()id\)?$|Id\)?$/.test(name));
    // Ids of other systems.
    const foreign =
      /(tenantId|clientId|graphUserId|correlationId|upstreamRequestId|iCalUId|uniqueId|conferenceId|contentId)\)?$/;

    for (const [name, { type }] of ids) {
      expect([name, getNamedType(type).name]).toEqual([name, foreign.test(name) ? "String" : "ID"]);
      if (isObjectType(schema.getType(name.split(".")[0]!)) && name.endsWith(".id")) {
        expect([name, String(type)]).toEqual([name, "ID!"]);
      }
    }
    expect(ids.length).toBeGreaterThan(20);
  });

  test("has mutations with exactly one input and a payload of errors", () => {
    for (const { name, args: own, type } of Object.values(schema.getMutationType()!.getFields())) {
      const noun = `${name[0]!.toUpperCase()}${name.slice(1)}`;
      expect([name, own.map((arg) => `${arg.name}: ${arg.type}`)]).toEqual([name, [`input: ${noun}Input!`]]);
      expect([name, String(type)]).toEqual([name, `${noun}Payload!`]);
      const payload = fieldsOf(getNamedType(type));
      expect([name, String(payload.find((field) => field.name === "errors")?.type)]).toEqual([name, "[UserError!]!"]);
      // A failure empties its own payload and never the mutations beside it.
      for (const field of payload) if (field.name !== "errors") expect(isNonNullType(field.type)).toBe(false);
    }
  });

  test("gives every mutation an idempotency key, and leaves what is shown once out of what is stored", () => {
    const shownOnce: Record<string, string[]> = {};
    const tellsOnce = (type: GraphQLNamedType, seen: ReadonlySet<GraphQLNamedType>): string[] =>
      fieldsOf(type).flatMap(({ name, description, type: of }) => {
        const below = getNamedType(of);
        if (/this once|only time|works once/i.test(description ?? "")) return [name];
        // Members of objects with an id are read again, and none of them is shown once.
        const isValue = isObjectType(below) && !fieldsOf(below).some((field) => field.name === "id");
        return isValue && !seen.has(below) ? tellsOnce(below, new Set([...seen, below])) : [];
      });
    for (const { name, args: own, type } of Object.values(schema.getMutationType()!.getFields())) {
      const key = fieldsOf(getNamedType(own[0]!.type)).find((field) => field.name === "idempotencyKey");
      expect([name, String(key?.type)]).toEqual([name, "String"]);
      const once = tellsOnce(getNamedType(type), new Set());
      if (once.length > 0) shownOnce[name] = once;
    }

    expect(shownOnce).toEqual(SHOWN_ONCE);
  });

  test("has UNKNOWN in every enum that Microsoft fills", () => {
    for (const name of UPSTREAM_ENUMS) {
      const type = schema.getType(name);
      expect([
        name,
        isEnumType(type) && type.getValue("UNKNOWN") !== null && type.getValue("UNKNOWN") !== undefined,
      ]).toEqual([name, true]);
    }
    const reached = new Set(
      [
        "Event",
        "Attendee",
        "EventBody",
        "Location",
        "OnlineMeeting",
        "OnlineMeetingPhone",
        "Calendar",
        "CalendarPermission",
        "Room",
      ].flatMap((name) =>
        fieldsOf(schema.getType(name)!).flatMap(({ type }) =>
          isEnumType(getNamedType(type)) ? getNamedType(type).name : [],
        ),
      ),
    );
    // Made here, of a closed list.
    reached.delete("EventVisibility");
    expect([...reached].sort()).toEqual([...UPSTREAM_ENUMS].sort());
  });

  test("can answer null for everything that Microsoft answers", () => {
    const upstream = outputs.filter(([name]) =>
      /^(Mailbox|Calendar|CalendarGroup)\.(calendars|calendarGroups|calendarView|permissions)$|^(Mailbox|Room|Organization|ConnectionConfig)\.(schedules?|rooms|roomLists|findMeetingTimes)$/.test(
        name,
      ),
    );

    expect(upstream.length).toBe(12);
    for (const [name, { type }] of upstream) expect([name, isNonNullType(type)]).toEqual([name, false]);
  });

  test("holds no field that could show a secret, but for the token of a new key", () => {
    const names = outputs.map(([name]) => name).filter((name) => /secret|token|password|hash|sealed/i.test(name));

    expect(names).toEqual(["CreateApiKeyPayload.token"]);
  });

  test("is what the table of cost weights speaks of", () => {
    expect(strayWeights(schema, COST_WEIGHTS)).toEqual([]);
  });
});
