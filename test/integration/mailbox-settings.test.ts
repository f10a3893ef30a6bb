import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS, DIRECTORY_APP } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { UpdateConnectionDocument } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";

const QUERY = `query Settings($id: ID!) { mailbox(id: $id) { settings {
  timeZone timeZoneName locale dateFormat timeFormat workingHours { daysOfWeek startTime endTime timeZone }
  automaticReplies { status externalAudience internalMessage externalMessage start end } }
  capabilities { name isAvailable reason } } }`;

interface Answer {
  mailbox: {
    settings: Readonly<Record<string, unknown>> | null;
    capabilities: readonly { name: string; isAvailable: boolean; reason: string | null }[];
  } | null;
}

describe("settings of a mailbox", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { app: DIRECTORY_APP, addresses: [DEMO_USERS.ines.address] });
  });
  afterAll(() => gateway.close());

  const box = () => gateway.emulator.store.tenant(DEMO_TENANT_ID)!.users.get(DEMO_USERS.ines.id)!.mailbox!;
  const ask = (of = organization, client = of.reader) =>
    client.send<Answer>({ query: QUERY, variables: { id: of.mailboxIds[0] } });

  test("are read in one request, zones as IANA names", async () => {
    box().timeZone = "W. Europe Standard Time";
    gateway.emulator.log.clear();

    const { data, errors } = await ask();

    expect(errors).toBeUndefined();
    expect(data.mailbox!.settings).toEqual({
      timeZone: "Europe/Berlin",
      timeZoneName: "W. Europe Standard Time",
      locale: "en-GB",
      dateFormat: "dd/MM/yyyy",
      timeFormat: "HH:mm",
      workingHours: {
        daysOfWeek: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
        startTime: "08:00",
        endTime: "17:00",
        timeZone: "Europe/Berlin",
      },
      automaticReplies: {
        status: "DISABLED",
        externalAudience: "ALL",
        internalMessage: null,
        externalMessage: null,
        start: null,
        end: null,
      },
    });
    expect(gateway.emulator.log.entries({ service: "graph" }).map(({ method }) => method)).toEqual(["GET"]);
  });

  test("without the permission are null with CONSENT_MISSING that names it, and calendars go on working", async () => {
    const other = await makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address] });

    const answer = await ask(other);

    expect(answer.data.mailbox!.settings).toBeNull();
    expect(codesOf(answer)).toEqual(["CONSENT_MISSING"]);
    expect(answer.errors![0]!.message).toContain("MailboxSettings.Read");
  });

  test("of another organization are not found", async () => {
    const other = await makeOrganization(gateway, { addresses: [] });

    const answer = await ask(organization, other.reader);

    expect(answer.data.mailbox).toBeNull();
    expect(codesOf(answer)).toEqual(["NOT_FOUND"]);
  });

  test("capabilities say why nothing is written at a lower permission level", async () => {
    const writes = async () => (await ask()).data.mailbox!.capabilities.find(({ name }) => name === "WRITE_EVENTS");
    expect(await writes()).toEqual({ name: "WRITE_EVENTS", isAvailable: true, reason: null });
    const input = { id: organization.connectionId, permissionLevel: "READ" } as const;
    await organization.admin.data(UpdateConnectionDocument, { input });
    expect(await writes()).toMatchObject({ isAvailable: false, reason: expect.stringContaining("READ") });
  });
});
