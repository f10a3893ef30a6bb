import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { buildExplorer } from "../../../scripts/build-explorer.js";
import { KEY, startEdge, type TestEdge } from "./kit.js";

const CHROMIUM = "/usr/bin/chromium";
const ARGS =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const CDN = "https://embeddable-sandbox.cdn.apollographql.com/**";
/** Pictures for a person to look at; written only where this names a folder. */
const PICTURES = process.env.EXPLORER_PICTURES;

// A machine without a browser skips these by name; CI has to have one.
describe.skipIf(!existsSync(CHROMIUM) && process.env.CI !== "true")("the explorer in Chromium", () => {
  let assetsFolder: string;
  let browser: Browser;
  let running: TestEdge;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    assetsFolder = await mkdtemp(join(tmpdir(), "explorer-"));
    await buildExplorer(assetsFolder);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS.split(" ") });
    running = await startEdge({
      http: { drainMs: 50 },
      explorer: {
        assetsFolder,
        presetAuthorization: KEY,
        examples: [
          { name: "Hello", document: "query Hello {\n  hello\n}\n" },
          { name: "Big", document: "query Big($bytes: Int!) {\n  big(bytes: $bytes)\n}\n", variables: { bytes: 3 } },
        ],
      },
    });
  });
  afterAll(async () => {
    await browser.close();
    await running.close();
    await rm(assetsFolder, { recursive: true });
  });

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(10_000);
    problems = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("net::ERR_FAILED")) problems.push(message.text());
    });
  });
  afterEach(() => page.close());

  const picture = async (name: string) => {
    if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  };
  const notice = () => page.locator("#notice");
  const response = () => page.locator(".graphiql-response");

  async function runQuery(): Promise<void> {
    await page.getByRole("button", { name: /execute query/i }).click();
  }

  test("falls back to the bundled GraphiQL when Apollo's servers cannot be reached, and runs the first example", async () => {
    await page.route(CDN, (route) => route.abort());
    await page.goto(`${running.url}/graphql`);
    await page.locator(".graphiql-query-editor .view-lines").filter({ hasText: "hello" }).waitFor();
    expect(await notice().textContent()).toContain("Apollo Sandbox cannot be reached");
    await runQuery();
    await response().getByText("world").waitFor();
    await picture("fallback");
    expect(problems).toEqual([]);
  });

  test("GraphiQL has a tab for each example, with its variables, and shows a placeholder for the key", async () => {
    await page.goto(`${running.url}/graphql?explorer=graphiql`);
    await page.locator(".graphiql-query-editor .view-lines").filter({ hasText: "hello" }).waitFor();
    await page.getByRole("tab", { name: "Big" }).click();
    await page.locator(".graphiql-query-editor .view-lines").filter({ hasText: "big(" }).waitFor();
    // GraphiQL notices the operation of another tab a moment late, and would still name the one before.
    await vi.waitFor(
      async () => {
        await runQuery();
        await response().getByText("xxx").waitFor({ timeout: 500 });
      },
      { timeout: 10_000 },
    );
    await page.getByRole("button", { name: "Headers", exact: true }).click();
    await page.locator(".graphiql-editor-tool .view-lines").filter({ hasText: "Authorization" }).waitFor();
    await picture("tab");
    expect(await page.locator("#stage").textContent()).not.toContain("right-key");
    expect(await page.evaluate<string>("JSON.stringify({ ...localStorage })")).not.toContain("right-key");
    expect(problems).toEqual([]);
  });

  test("GraphiQL fills in the variables of the first example, and keeps the tabs on the next visit", async () => {
    const big = {
      name: "Big",
      document: "query Big($bytes: Int!) {\n  big(bytes: $bytes)\n}\n",
      variables: { bytes: 3 },
    };
    const other = await startEdge({
      http: { drainMs: 50 },
      explorer: { assetsFolder, presetAuthorization: KEY, examples: [big, { name: "Hello", document: "{ hello }" }] },
    });
    try {
      for (const _visit of [1, 2]) {
        await page.goto(`${other.url}/graphql?explorer=graphiql`);
        await page.locator(".graphiql-query-editor .view-lines").filter({ hasText: "big(" }).waitFor();
        expect(await page.getByRole("tab").count()).toBe(2);
        await runQuery();
        await response().getByText("xxx").waitFor();
      }
    } finally {
      await other.close();
    }
  });

  test("GraphiQL reads the schema with the key and offers its fields", async () => {
    await page.goto(`${running.url}/graphql?explorer=graphiql`);
    await page.locator(".graphiql-query-editor .view-lines").filter({ hasText: "hello" }).waitFor();
    await page.getByRole("button", { name: /show documentation explorer/i }).click();
    await page.getByRole("link", { name: "Query" }).click();
    await page.getByRole("link", { name: "hello" }).waitFor();
    await picture("documentation");
    expect(problems).toEqual([]);
  });

  test("GraphiQL asks nobody but this gateway", async () => {
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await page.goto(`${running.url}/graphql?explorer=graphiql`);
    await page.locator(".graphiql-query-editor .view-lines").filter({ hasText: "hello" }).waitFor();
    await runQuery();
    await response().getByText("world").waitFor();
    expect([...hosts].filter((host) => host !== "null")).toEqual([running.url]);
  });

  test("a script of Apollo's that never comes is given up after four seconds", async () => {
    // Stopped, or the page's time would go on by itself while the machine is busy.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000);
    await page.route(CDN, () => {});
    // The page is not loaded while a script of its is awaited.
    await page.goto(`${running.url}/graphql`, { waitUntil: "domcontentloaded" });
    await page.clock.runFor(3_900);
    expect(await notice().textContent()).toBe("");
    await page.clock.runFor(200);
    await notice().filter({ hasText: "this is the bundled GraphiQL" }).waitFor();
  });

  test("Sandbox gets the examples and never the key, which is added to requests for this gateway alone", async () => {
    const script = `window.EmbeddedSandbox = class { constructor(options) { window.sandboxOptions = options; } };`;
    await page.route(CDN, (route) => route.fulfill({ contentType: "text/javascript", body: script }));
    await page.goto(`${running.url}/graphql`);
    await notice().filter({ hasText: "loaded from Apollo's servers" }).waitFor();
    const seen = await page.evaluate<{
      target: string;
      plain: object;
      answer: string;
      elsewhere: object;
    }>(`(async () => {
      const { target, handleRequest, ...plain } = window.sandboxOptions;
      const headers = { ...plain.initialState.headers, "content-type": "application/json" };
      const body = JSON.stringify({ query: plain.initialState.document, operationName: "Hello" });
      const answer = await handleRequest(plain.initialEndpoint, { method: "POST", headers, body });
      const text = await answer.text();
      window.fetch = async (url, init) => ({ url, headers: init.headers });
      const elsewhere = await handleRequest(location.origin + "/other", { headers });
      return { target: target.id, plain, answer: text, elsewhere };
    })()`);
    expect(seen.target).toBe("stage");
    expect(JSON.parse(seen.answer)).toEqual({ data: { hello: "world" } });
    expect(seen.plain).toMatchObject({
      initialEndpoint: `${running.url}/graphql`,
      initialState: { variables: { bytes: 3 }, includeCookies: false },
    });
    expect(JSON.stringify(seen.plain)).toContain("query Hello");
    expect(JSON.stringify(seen.elsewhere)).toContain("Bearer <demo key>");
    expect(JSON.stringify(seen.plain)).not.toContain("right-key");
    expect(problems).toEqual([]);
  });
});
