import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EventRow } from "../../emulator/core/mailbox.model.js";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { UpdateSeriesDocument } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const JOIN_URL = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0";
const RULER = `<div>${"_".repeat(80)}</div>`;
const BLOCK = `${RULER}<div class="me-email-text"><a href="${JOIN_URL}">Join the meeting</a></div>${RULER}`;

describe("the text of an online meeting is written around its block [user-demands 45]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
  });
  afterAll(() => gateway.close());

  const meeting = async (over: Partial<EventRow> = {}) => {
    const { id } = await makeEvent(organization);
    const { graphId } = parseMailboxObjectGlobalId("Event", id);
    const { store } = gateway.emulator;
    const [tenant] = store.tenants.values();
    const mailbox = store.userByMail(tenant!, DEMO_USERS.jonas.address)!.mailbox!;
    const row = () => store.event(mailbox, graphId)!;
    store.putEvent(mailbox, {
      ...row(),
      isOnlineMeeting: true,
      onlineMeetingProvider: "teamsForBusiness",
      onlineMeeting: { joinUrl: JOIN_URL, conferenceId: "1" },
      body: { contentType: "html", content: `<p>Old</p>${BLOCK}` },
      ...over,
    });
    gateway.emulator.log.clear();
    return { id, row };
  };
  const write = async (id: string, content: string, contentType: "HTML" | "TEXT" = "HTML") =>
    (await organization.writer.query(UpdateSeriesDocument, { input: { id, body: { content, contentType } } })).data
      .updateEvent;

  test.each(["HTML", "TEXT"] as const)("as %s, in one read and one write", async (contentType) => {
    const { id, row } = await meeting();

    const { event, errors } = await write(id, "New", contentType);

    expect(errors).toEqual([]);
    expect(event).toMatchObject({ onlineMeeting: { joinUrl: JOIN_URL }, body: { contentType: "HTML" } });
    expect(row().body.content).toContain(BLOCK);
    expect(row().body.content).toContain("New");
    expect(row().body.content).not.toContain("Old");
    const sent = gateway.emulator.log.entries({ service: "graph" }).map(({ method }) => method);
    expect(sent).toEqual(["GET", "PATCH"]);
  });

  test("anew, when somebody else wrote in between", async () => {
    const { id, row } = await meeting();
    gateway.emulator.faults.add({
      match: { service: "graph", method: "PATCH" },
      times: 1,
      action: { kind: "error", status: 412, code: "ErrorIrresolvableConflict" },
    });

    expect((await write(id, "New")).errors).toEqual([]);

    expect(row().body.content).toContain(BLOCK);
    const sent = gateway.emulator.log.entries({ service: "graph" }).map(({ method }) => method);
    expect(sent).toEqual(["GET", "PATCH", "GET", "PATCH"]);
  });

  test("and not at all where the block cannot be told from it", async () => {
    const { id, row } = await meeting({
      body: { contentType: "html", content: `<p>Join <a href="${JOIN_URL}">here</a></p>` },
    });

    const { errors } = await write(id, "New");

    expect(errors).toMatchObject([
      { __typename: "InvalidInputError", path: ["body"], message: expect.stringContaining("without the block") },
    ]);
    expect(row().body.content).toContain("here");
  });
});
