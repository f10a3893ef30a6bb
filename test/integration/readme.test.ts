import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const run = promisify(execFile);

/** Starts what `npm start` starts, without the build before it; resolves with what it printed. */
async function startDemo(dataDir: string): Promise<{ child: ChildProcess; printed: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    env: { ...process.env, NODE_ENV: "development", DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  return new Promise((resolve, reject) => {
    const onText = (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      if (/^curl .*$/m.test(printed)) resolve({ child, printed });
    };
    child.stdout.on("data", onText);
    child.stderr.on("data", onText);
    child.once("exit", (code) => reject(new Error(`the demo ended with code ${code}: ${printed}`)));
  });
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return ended;
}

describe("the README", () => {
  let readme: string;
  let dataDir: string;
  let demo: { child: ChildProcess; printed: string };
  let url: string;

  beforeAll(async () => {
    readme = await readFile("README.md", "utf8");
    dataDir = await mkdtemp(join(tmpdir(), "readme-test-"));
    demo = await startDemo(dataDir);
    url = /Apollo Sandbox\s+(\S+)\/graphql/.exec(demo.printed)?.[1] ?? "";
  }, 60_000);

  afterAll(async () => {
    await stop(demo.child);
    await rm(dataDir, { recursive: true, force: true });
  });

  test("names only npm scripts that exist", async () => {
    const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
    const named = [...readme.matchAll(/\bnpm (?:run )?([a-z:]+)/g)].map(([, name]) => name ?? "");
    const builtIn = ["ci"];

    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts) && !builtIn.includes(name))).toEqual([]);
  });

  test("stays short enough to be read", () => {
    expect(readme.split("\n").length).toBeLessThan(150);
  });

  test("its curl line answers with events of three mailboxes", async () => {
    const lines = /^curl (?:.*\\\n)*.*$/m.exec(readme)?.[0] ?? "";
    const command = lines
      .replace("http://localhost:4000", url)
      .replace("data/demo-api-key", join(dataDir, "demo-api-key"));

    const { stdout } = await run("sh", ["-c", command]);

    expectEventsOfThreeMailboxes(stdout);
  });

  test("the line that npm start prints answers as it stands, without any tenant [demand 18]", async () => {
    const command = /^curl .*$/m.exec(demo.printed)?.[0] ?? "";

    const { stdout } = await run("sh", ["-c", command]);

    expectEventsOfThreeMailboxes(stdout);
  });

  test("a second start keeps the demo organization and its key, and ends cleanly", async () => {
    const key = /Demo API key\s+(\S+)/.exec(demo.printed)?.[1];
    expect(await stop(demo.child)).toBe(0);

    demo = await startDemo(dataDir);

    expect(/Demo API key\s+(\S+)/.exec(demo.printed)?.[1]).toBe(key);
  }, 60_000);
});

function expectEventsOfThreeMailboxes(text: string): void {
  const { data, errors } = JSON.parse(text);
  expect(errors).toBeUndefined();
  expect(data.organization.mailboxes.nodes).toHaveLength(3);
  for (const mailbox of data.organization.mailboxes.nodes) expect(mailbox.calendarView.nodes.length).toBeGreaterThan(0);
}
