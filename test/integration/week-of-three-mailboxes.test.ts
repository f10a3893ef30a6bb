import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { SubjectsOnlyDocument, WeekOfMailboxesDocument } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { weekAround } from "../kit/week.js";

describe("this week's events of three mailboxes", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeEach(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway);
    gateway.emulator.log.clear();
  });
  afterEach(() => gateway.close());

  const ask = () =>
    organization.reader.query(WeekOfMailboxesDocument, { ids: organization.mailboxIds, ...weekAround(Date.now()) });

  test("cost one token request and one $batch of three", async () => {
    const { data, errors } = await ask();

    expect(errors).toBeUndefined();
    expect(data.nodes.map((node) => node && "address" in node && node.address)).toEqual([
      DEMO_USERS.ines.address,
      DEMO_USERS.tomasz.address,
      DEMO_USERS.mei.address,
    ]);
    for (const node of data.nodes) {
      if (!node || !("calendarView" in node)) throw new Error("not a mailbox");
      expect(node.calendarView?.nodes.length).toBeGreaterThan(0);
    }
    const { log } = gateway.emulator;
    expect(log.entries({ kind: "http" }).map(({ service, path }) => `${service} ${path.split("/").at(-1)}`)).toEqual([
      "entra token",
      "graph $batch",
    ]);
    expect(log.count({ kind: "part", pathEnd: "/calendarView" })).toBe(3);
    expect(log.count({ kind: "part" })).toBe(3);
  });

  test("ask again with the same token, and Graph only for members that were selected", async () => {
    await ask();
    gateway.emulator.log.clear();

    const id = organization.mailboxIds[0]!;
    const { errors } = await organization.reader.query(SubjectsOnlyDocument, { id, ...weekAround(Date.now()) });

    expect(errors).toBeUndefined();
    const [request, ...others] = gateway.emulator.log.entries();
    expect(others).toEqual([]);
    expect(new URLSearchParams(request?.query).get("$select")?.split(",").sort()).toEqual(
      [
        "end",
        "id",
        "isAllDay",
        "originalEndTimeZone",
        "originalStartTimeZone",
        "sensitivity",
        "start",
        "subject",
      ].sort(),
    );
  });

  test("a mailbox that fails is null with an error at its path, and the others answer", async () => {
    gateway.emulator.faults.add({
      match: { mailbox: DEMO_USERS.tomasz.address },
      times: "always",
      action: { kind: "error", status: 403, code: "ErrorAccessDenied" },
    });

    const { data, errors, status } = await ask();

    expect(status).toBe(200);
    expect(data.nodes.map((node) => node && "calendarView" in node && node.calendarView === null)).toEqual([
      false,
      true,
      false,
    ]);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({
      path: ["nodes", 1, "calendarView"],
      extensions: { code: "CONSENT_MISSING", upstream: { code: "ErrorAccessDenied", status: 403 } },
    });
  });

  test("the log line of the operation tells what it cost and nothing of its content", async () => {
    await ask();

    const line = JSON.parse(gateway.logLines.findLast((text) => text.includes("WeekOfMailboxes")) ?? "{}");
    expect(line).toMatchObject({
      operation: "WeekOfMailboxes",
      upstream: { httpRequests: 1, graphRequests: 3, tokenRequests: 1, retries: 0 },
      errorCodes: [],
    });
    expect(gateway.logLines.join("\n")).not.toContain("@");
  });
});
