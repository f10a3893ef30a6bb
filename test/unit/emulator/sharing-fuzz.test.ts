import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CALENDAR_ROLES, type CustomRights } from "../../../emulator/core/mailbox-parts.model.js";
import { eventBody, type GraphClient } from "./kit.js";
import { guest } from "./meeting-kit.js";
import { type Sharing, startSharing } from "./sharing.kit.js";

const SECRET = "hushhush";
let office: Sharing;
let bob: GraphClient;
let copy: string;
let events: readonly string[];
beforeAll(async () => {
  office = await startSharing({ switches: { mailboxConcurrency: undefined } });
  bob = await office.as(office.bob);
  office.share(office.ann, "bob", "read");
  copy = office.accept(office.bob, office.ann).id;
  const hidden = {
    subject: SECRET,
    body: { contentType: "text", content: SECRET },
    location: { displayName: SECRET },
    categories: [SECRET],
    attendees: [guest(`${SECRET}@elsewhere.example`)],
    extensions: [{ "@odata.type": "microsoft.graph.openTypeExtension", extensionName: SECRET, text: SECRET }],
    sensitivity: "private",
  };
  const path = `${office.base("ann")}/events`;
  const recurrence = {
    pattern: { type: "daily", interval: 1 },
    range: { type: "numbered", startDate: "2026-03-02", numberOfOccurrences: 4 },
  };
  const single = (await office.graph.post(path, eventBody(hidden))).json.id;
  const series = (await office.graph.post(path, eventBody({ ...hidden, recurrence }))).json.id;
  const open = (await office.graph.post(path, eventBody({ subject: "Open", recurrence }))).json.id;
  const window = "startDateTime=2026-03-01&endDateTime=2026-03-09";
  const [, second] = (await office.graph.get(`${path}/${open}/instances?${window}`)).json.value;
  const { extensions: _extensions, attendees: _attendees, ...changes } = hidden;
  await office.graph.patch(`${path}/${second.id}`, changes);
  const file = { "@odata.type": "#microsoft.graph.fileAttachment", name: SECRET, contentBytes: "aGk=" };
  await office.graph.post(`${path}/${single}/attachments`, file);
  events = [single, series, open, second.id];
});
afterAll(() => office.emulator.close());

const WINDOW = "startDateTime=2026-03-01&endDateTime=2026-03-09";
const EXPAND = "$expand=attachments,extensions,calendar";
const role = fc.constantFrom(...CALENDAR_ROLES);
const custom = fc.record<CustomRights>({
  sees: fc.constantFrom("nothing", "freeBusy", "limited", "details"),
  seesPrivate: fc.constant(false),
  edits: fc.boolean(),
});
const base = fc.constantFrom("own", "default", "named", "copy");
const endings = fc.constantFrom(
  "events",
  `events?${EXPAND.replace(",extensions", "")}`,
  `events?$filter=startswith(subject,'${SECRET.slice(0, 4)}')&$count=true`,
  "events?$orderby=subject&$select=subject,body,bodyPreview,attendees,location,locations,categories",
  `calendarView?${WINDOW}`,
  `calendarView/delta?${WINDOW}`,
  "events/#",
  `events/#?${EXPAND}`,
  "events/#?$select=cancelledOccurrences,exceptionOccurrences&$expand=exceptionOccurrences",
  `events/#/instances?${WINDOW}`,
  "events/#/attachments",
);

test("whatever a sharee asks for, a private event is told to nobody who may not see it, and nothing breaks", async () => {
  const pathOf = (kind: string) => {
    const ann = office.base("ann");
    if (kind === "own") return ann;
    if (kind === "default") return `${ann}/calendar`;
    return kind === "copy" ? `/me/calendars/${copy}` : `${ann}/calendars/${office.ann.mailbox.defaultCalendarId}`;
  };
  await fc.assert(
    fc.asyncProperty(role, custom, base, endings, fc.nat(3), async (name, rights, kind, ending, index) => {
      fc.pre(name !== "delegateWithPrivateEventAccess");
      office.share(office.ann, "bob", name, name === "custom" ? { custom: rights } : {});
      const filled = ending.replace("#", encodeURIComponent(events[index] ?? ""));
      const reply = await bob.get(`${pathOf(kind)}/${filled}`);
      const nextLink = reply.json["@odata.nextLink"];
      if (nextLink !== undefined) delete reply.json["@odata.nextLink"];
      expect(JSON.stringify(reply.json)).not.toContain(SECRET);
      expect(reply.json["@odata.count"] ?? 0).toBe(0);
      expect([200, 400, 403, 404]).toContain(reply.status);
    }),
    { numRuns: 150 },
  );
});

test("whoever may not write changes nothing, whatever is sent", async () => {
  const method = fc.constantFrom("POST", "PATCH", "DELETE");
  const where = fc.constantFrom(
    "events",
    "events/#",
    "events/#/cancel",
    "events/#/decline",
    "events/#/forward",
    "events/#/permanentDelete",
    "events/#/dismissReminder",
    "events/#/attachments",
    "events/#/extensions",
  );
  const body = eventBody({ subject: "Mine", attendees: [guest("cleo")] });
  const state = () =>
    JSON.stringify([...office.ann.mailbox.events.values()].map(({ id, changeKey }) => [id, changeKey]));
  const before = state();
  const mails = office.emulator.outbox.notices().length;
  await fc.assert(
    fc.asyncProperty(role, method, where, fc.nat(3), async (name, verb, ending, index) => {
      fc.pre(!name.startsWith("delegate") && name !== "write");
      office.share(office.ann, "bob", name);
      const path = `${office.base("ann")}/${ending.replace("#", encodeURIComponent(events[index] ?? ""))}`;
      const { status } = await bob.send(verb, path, verb === "DELETE" ? undefined : body);
      expect([400, 403, 405]).toContain(status);
    }),
    { numRuns: 100 },
  );
  expect(state()).toBe(before);
  expect(office.emulator.outbox.notices()).toHaveLength(mails);
});
