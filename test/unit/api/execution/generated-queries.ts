import fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { mailboxObjectGlobalId, rowGlobalId } from "../../../../src/resolvers/common/global-id.js";
import { INVITATION_ID, MAILBOX_IDS, ORGANIZATION_IDS } from "./fake-services.js";

const mailboxId = MAILBOX_IDS[0] ?? "";
const IDS = [
  ...ORGANIZATION_IDS.map((id) => rowGlobalId("Organization", id)),
  ...MAILBOX_IDS.map((id) => rowGlobalId("Mailbox", id)),
  mailboxObjectGlobalId("Event", { mailboxId, graphId: "event-1" }),
  mailboxObjectGlobalId("Calendar", { mailboxId, graphId: "calendar-1" }),
  mailboxObjectGlobalId("CalendarGroup", { mailboxId, graphId: "group-1" }),
  mailboxObjectGlobalId("CalendarPermission", { mailboxId, graphId: "calendar-1|RGVmYXVsdA==" }),
  mailboxObjectGlobalId("CalendarPermission", { mailboxId, graphId: "calendar-1" }),
  rowGlobalId("Mailbox", "01M00000000000000000000099"),
  rowGlobalId("Invitation", INVITATION_ID),
  "garbage",
];

const MAX_DEPTH = 6;

/** Lists over many mailboxes, and what they give. */
const MANY = [
  ["calendarView", "OrganizationEventConnection"],
  ["meetings", "MeetingConnection"],
] as const;

/** Literals for an argument by its name; the window is fixed, and now and then backwards. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  id: IDS.map((id) => JSON.stringify(id)),
  ids: [`["${IDS[0]}", "garbage", "${IDS[2]}"]`, `["${IDS[1]}", "garbage"]`, "[]", `["${IDS[6]}"]`, "$ids"],
  code: ['"AADSTS7000215"', '"ErrorAccessDenied"', '"90002"', '"?"'],
  cloud: ["GLOBAL", "EMULATOR"],
  slug: ['"o-1"'],
  first: ["1", "2", "0", "$two"],
  last: ["1"],
  after: ['"nonsense"'],
  before: ['"nonsense"'],
  start: ['"2026-03-01T00:00:00Z"', "$start"],
  end: ['"2026-03-08T00:00:00Z"', '"2026-01-01T00:00:00Z"'],
  maxAge: ["0", "60", "-1", "null"],
  mailboxIds: [`["${IDS[2]}", "${IDS[3]}"]`, `["${IDS[4]}"]`, "[]", "$ids"],
  connectionId: ["null", '"garbage"', `"${rowGlobalId("ConnectionConfig", "01C00000000000000000000001")}"`],
  EventFilter: ["{ isAllDay: false }", '{ subject: { contains: "SUB" } }', "{ showAs: {} }", "$filter", "null"],
  orderBy: ["START_ASC", "START_DESC", "null"],
  address: ['"1@one.example"'],
  format: ["HTML", "TEXT", "SANITIZED_HTML", "null"],
  remoteImages: ["true", "false"],
  timeZone: ['"Asia/Kathmandu"', '"Tokyo Standard Time"', '"Mars/Olympus"'],
  key: ['"room"', '"none"'],
  state: ["SENT", "PENDING", "null"],
  search: ['"ann"', '""'],
  input: ["{ mailboxes: WHOLE_ORGANIZATION }", "{ mailboxes: SOME_MAILBOXES, personalAccounts: true }", "$input"],
  availabilityViewInterval: ["30", "4"],
  addresses: ['["a@one.example"]', '["no address"]'],
  filter: ["null", "{ minCapacity: 4, features: [VIDEO] }"],
  freeDuring: ["null", '{ start: "2026-03-02T09:00:00Z", end: "2026-03-02T10:00:00Z" }'],
  // Other inputs than the one that most fields named `input` take.
  FindMeetingTimesInput: [
    `{ required: ["${IDS[2]}"], start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z", durationMinutes: 30 }`,
    '{ required: ["garbage"], start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z", durationMinutes: 30 }',
  ],
};

const DECLARATIONS: Readonly<Record<string, string>> = {
  yes: "Boolean!",
  no: "Boolean!",
  two: "Int",
  ids: "[ID!]!",
  start: "DateTime!",
  input: "ConnectionGuideInput!",
  filter: "EventFilter",
};

export const VARIABLES = {
  yes: true,
  no: false,
  two: 2,
  ids: IDS.slice(0, 3),
  start: "2026-03-01T00:00:00Z",
  input: { mailboxes: "EACH_PERSON_CONNECTS" },
  filter: { isCancelled: false, categories: { any: ["A"] } },
};

/** Operations over the whole schema: any fields, aliases, fragments and directives, to a bounded depth. All are valid. */
export function generatedQueries(schema: GraphQLSchema): fc.Arbitrary<string> {
  const query = schema.getQueryType();
  if (!query) throw new Error("the schema has no queries");
  return selection(schema, query, 0, true).map(finished);
}

/** Views of events in a few places of one operation, some of which cannot be read or hold odd values. */
export function generatedEventQueries(schema: GraphQLSchema): fc.Arbitrary<string> {
  const connection = schema.getType("EventConnection");
  if (!isObjectType(connection)) throw new Error("the schema has no events");
  const view = selection(schema, connection, MAX_DEPTH - 2, true).map(
    (set) => `#: calendarView(start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z") ${set}`,
  );
  const manyView = fc
    .tuple(
      fc.constantFrom(...MANY),
      fc.constantFrom("", ", orderBy: START_DESC", ", filter: { isAllDay: false }, first: 3"),
    )
    .chain(([[field, name], args]) => {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error("the schema has no events of many mailboxes");
      return selection(schema, type, MAX_DEPTH - 3, true).map(
        (set) => `#: ${field}(start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z"${args}) ${set}`,
      );
    });
  const manyViews = fc.array(manyView, { minLength: 1, maxLength: 2 }).map((texts) => texts.join(" "));
  const views = fc.array(view, { minLength: 1, maxLength: 2 }).map((texts) => texts.join(" "));
  const mailbox = fc.constantFrom(...MAILBOX_IDS.map((id) => rowGlobalId("Mailbox", id)));
  const places = fc.oneof(
    fc.tuple(mailbox, views).map(([id, set]) => `#: mailbox(id: "${id}") { ${set} }`),
    fc.tuple(mailbox, views).map(([id, set]) => `#: node(id: "${id}") { __typename ... on Mailbox { ${set} } }`),
    manyViews.map((set) => `#: organization(id: "${IDS[0]}") { ${set} }`),
    views.map((set) => `#: organization(id: "${IDS[0]}") { mailboxes { nodes { address ${set} } edges { cursor } } }`),
    fc
      .tuple(views, views)
      .map(
        ([one, other]) =>
          `#: nodes(ids: ["${IDS[2]}", "${IDS[6]}"]) { ... on Mailbox { ${one} } ... on Calendar { ${other} } }`,
      ),
  );
  return fc.array(places, { minLength: 1, maxLength: 2 }).map((texts) => finished(`{ ${texts.join(" ")} }`));
}

/** Gives each `#` an alias of its own, and declares the variables that are used. */
function finished(set: string): string {
  let count = 0;
  const text = set.replace(/#/g, () => `a${count++}`);
  const used = Object.entries(DECLARATIONS).filter(([name]) => new RegExp(`\\$${name}\\b`).test(text));
  const head = used.length === 0 ? "" : `(${used.map(([name, type]) => `$${name}: ${type}`).join(", ")})`;
  return `query Generated${head} ${text}`;
}

/** `mayMerge`: fields without alias and arguments may stand here, which then merge with their like. */
function selection(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  depth: number,
  mayMerge: boolean,
): fc.Arbitrary<string> {
  const choices: fc.Arbitrary<string>[] = [fc.constant("__typename")];
  if (isAbstractType(type)) {
    for (const member of schema.getPossibleTypes(type)) {
      choices.push(selection(schema, member, depth + 1, false).map((set) => `... on ${member.name} ${set}`));
    }
  }
  if ("getFields" in type) {
    for (const field of Object.values(type.getFields())) {
      if (isCompositeType(getNamedType(field.type)) && depth > MAX_DEPTH) continue;
      choices.push(fieldText(schema, field, depth, mayMerge));
    }
  }
  if (isObjectType(type) && depth < MAX_DEPTH) {
    const inner = selection(schema, type, depth + 2, mayMerge);
    choices.push(fc.tuple(inner, directive).map(([set, d]) => `... on ${type.name} ${d} ${set}`));
  }
  const size = depth === 0 ? 3 : 4;
  return fc.array(fc.oneof(...choices), { minLength: 1, maxLength: size }).map((lines) => `{ ${lines.join(" ")} }`);
}

/** Rare: a document with one is interpreted, and the comparison is about those that are compiled. */
const directive = fc.oneof(
  { weight: 300, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("@include(if: $yes)", "@include(if: $no)", "@skip(if: $no)", "@skip(if: $yes)"),
  },
);

function fieldText(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  mayMerge: boolean,
): fc.Arbitrary<string> {
  const named = getNamedType(field.type);
  const below = isCompositeType(named) ? selection(schema, named, depth + 1, true) : fc.constant("");
  return fc.tuple(fc.tuple(...field.args.map(argumentText)), below, directive).map(([args, set, d]) => {
    const given = args.filter((text) => text !== "");
    if (mayMerge && field.args.length === 0) return `${field.name} ${d} ${set}`;
    return `#: ${field.name}${given.length > 0 ? `(${given.join(", ")})` : ""} ${d} ${set}`;
  });
}

function argumentText(argument: GraphQLArgument): fc.Arbitrary<string> {
  const values = VALUES[getNamedType(argument.type).name] ?? VALUES[argument.name];
  if (values === undefined) throw new Error(`no values for the argument ${argument.name}`);
  const given = fc.constantFrom(...values).map((value) => `${argument.name}: ${value}`);
  return isRequiredArgument(argument) ? given : fc.oneof({ weight: 4, arbitrary: fc.constant("") }, given);
}
