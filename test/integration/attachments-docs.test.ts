import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { someBytes } from "../kit/attachments.js";
import { makeEvent } from "../kit/events.js";
import { OWNER_KEY, startGateway, type TestGateway } from "../kit/gateway.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const run = promisify(execFile);
const guide = await readFile("docs/api.md", "utf8");
const section = guide.split(/^## /m).find((text) => text.startsWith("Attachments")) ?? "";
const blocks = (language: string) =>
  [...section.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, text = ""]) => text);

describe("the guide to attachments", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let folder: string;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway);
    folder = await mkdtemp(join(tmpdir(), "attachments-docs-"));
  });
  afterAll(async () => {
    await gateway.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("has working lines of curl, up and down", async () => {
    const [download = "", upload = ""] = blocks("sh");
    const event = await makeEvent(organization);
    const file = someBytes(3_200_000);
    await writeFile(join(folder, "agenda.pdf"), file);
    const env = { ...process.env, KEY: OWNER_KEY, GATEWAY: gateway.url, EVENT_ID: event.id };

    const { stdout } = await run("sh", ["-c", upload], { cwd: folder, env });
    const { attachment } = JSON.parse(stdout);
    expect(attachment).toMatchObject({ name: "agenda.pdf", contentType: "application/pdf", size: file.length });
    await rm(join(folder, "agenda.pdf"));
    await run("sh", ["-c", download], { cwd: folder, env: { ...env, ATTACHMENT_ID: attachment.id } });

    expect((await readFile(join(folder, "agenda.pdf"))).equals(file)).toBe(true);
  });
});
