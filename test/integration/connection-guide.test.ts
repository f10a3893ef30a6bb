import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { ConnectionGuideDocument, ExplainErrorDocument } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

describe("the connection guide", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway);
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  test("answers the least key with everything, and asks nobody", async () => {
    const input = { mailboxes: "SOME_MAILBOXES", cloud: "CHINA" } as const;

    const { connectionGuide } = await organization.reader.data(ConnectionGuideDocument, { input });

    expect(connectionGuide).toMatchObject({ access: "APPLICATION", supportedAccountTypes: "SINGLE_TENANT" });
    expect(connectionGuide.steps[0]?.link).toMatch(/^https:\/\/entra\.microsoftonline\.cn\//);
    expect(connectionGuide.scripts.map(({ kind }) => kind)).toEqual([
      "AZURE_CLI",
      "GRAPH_POWERSHELL",
      "TERRAFORM",
      "MANIFEST",
      "EXCHANGE_POWERSHELL",
      "EXCHANGE_ACCESS_POLICY",
    ]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("the values it tells to enter are those that createConnection takes", async () => {
    const input = { mailboxes: "WHOLE_ORGANIZATION" } as const;

    const { connectionGuide } = await organization.reader.data(ConnectionGuideDocument, { input });

    const enter = connectionGuide.steps.find(({ title }) => title === "Enter the values here")?.enter;
    expect(enter).toEqual([
      { label: "cloud", value: "GLOBAL" },
      { label: "access", value: "APPLICATION" },
      { label: "supportedAccountTypes", value: "SINGLE_TENANT" },
      { label: "permissionLevel", value: "READ_WRITE" },
    ]);
  });

  test("refuses answers that contradict each other with the field and the way out", async () => {
    const input = { mailboxes: "WHOLE_ORGANIZATION", personalAccounts: true } as const;

    const { errors } = await organization.reader.query(ConnectionGuideDocument, { input });

    expect(errors?.[0]).toMatchObject({
      path: ["connectionGuide"],
      extensions: { code: "INVALID_INPUT" },
    });
    expect(errors?.[0]?.message).toContain("EACH_PERSON_CONNECTS");
  });
});

describe("explainError", () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  test("says what happened, who mends it and how, with a link into the cloud's portal", async () => {
    const { explainError } = await gateway.owner.data(ExplainErrorDocument, { code: "7000222", cloud: "CHINA" });

    expect(explainError).toMatchObject({ code: "AADSTS7000222", fixer: "TENANT_ADMINISTRATOR", isKnown: true });
    expect(explainError.link).toMatch(/^https:\/\/entra\.microsoftonline\.cn\//);
  });

  test("refuses what is no code without repeating it", async () => {
    const code = "<script>alert(1)</script>";
    const { errors } = await gateway.owner.query(ExplainErrorDocument, { code });

    expect(errors?.[0]?.extensions?.code).toBe("INVALID_INPUT");
    expect(JSON.stringify(errors)).not.toContain("script");
  });
});
