import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AssetManifest, MANIFEST_FILE } from "../../../src/http/explorer/assets.js";
import { prefersHtml } from "../../../src/http/explorer/prefers-html.js";
import { KEY, startEdge, type TestEdge } from "./kit.js";

const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

describe("the explorer's page and files", () => {
  let folder: string;
  let running: TestEdge;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "explorer-page-"));
    const files = ["main-1.js", "style-1.css"];
    const workers = { editorWorker: "e.js", jsonWorker: "j.js", graphqlWorker: "g.js" };
    const manifest: AssetManifest = { main: "main-1.js", style: "style-1.css", ...workers, files };
    await writeFile(join(folder, MANIFEST_FILE), JSON.stringify(manifest));
    for (const file of files) await writeFile(join(folder, file), `/* ${file} */`);
    await writeFile(join(folder, "secret.js"), "not in the manifest");
    running = await startEdge({
      explorer: {
        assetsFolder: folder,
        presetAuthorization: KEY,
        examples: [{ name: "Tricky", document: '{ hello } # </script><script>alert("x")</script>' }],
      },
    });
  });
  afterAll(async () => {
    await running.close();
    await rm(folder, { recursive: true });
  });

  /** `fetch` refuses to send a Host of the caller's choice. */
  function get(
    path: string,
    headers: Record<string, string>,
  ): Promise<{ status: number; headers: object; text: string }> {
    return new Promise((resolve, reject) => {
      request({ host: "127.0.0.1", port: running.port, path, headers }, (res) => {
        let text = "";
        res.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
        });
        res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
      })
        .on("error", reject)
        .end();
    });
  }

  test("a browser gets the page without a key, not to be kept, framed, or fed other scripts", async () => {
    const { status, headers, text } = await get("/graphql", { accept: BROWSER });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    const policy = (headers as Record<string, string>)["content-security-policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*)/);
    expect(text).toContain('src="/graphql/explorer/main-1.js"');
  });

  test("what an example holds cannot end the element that carries it", async () => {
    const { text } = await get("/graphql", { accept: BROWSER });
    expect(text).not.toContain("</script><script>alert");
  });

  test.each([
    ["localhost", true],
    ["localhost:4000", true],
    ["127.0.0.1:4000", true],
    ["[::1]:4000", true],
    ["rebound.example", false],
    ["rebound.example:4000", false],
    ["localhost.rebound.example", false],
    ["127.0.0.1.rebound.example", false],
    ["192.168.1.5:4000", false],
  ])("a browser that asked for %s gets the preset key: %s", async (host, expected) => {
    const { text } = await get("/graphql", { accept: BROWSER, host });
    expect(text.includes(KEY)).toBe(expected);
  });

  test.each(["x-forwarded-for", "forwarded", "via", "x-real-ip"])(
    "behind a proxy that says %s nobody gets it",
    async (name) => {
      const { text, status } = await get("/graphql", { accept: BROWSER, host: "localhost", [name]: "for=10.0.0.1" });
      expect(status).toBe(200);
      expect(text).not.toContain(KEY);
      expect(text).toContain("Bearer YOUR_API_KEY");
    },
  );

  test("no other origin may read the page, even one that may use the API", async () => {
    const open = await startEdge({
      http: { corsOrigins: ["https://app.example.com"] },
      explorer: { assetsFolder: folder, presetAuthorization: KEY, examples: [] },
    });
    const response = await fetch(`${open.url}/graphql`, {
      headers: { accept: BROWSER, origin: "https://app.example.com" },
    });
    await open.close();
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
  });

  test("a question asked by a browser is answered as a question", async () => {
    const { status } = await get("/graphql?query={hello}", { accept: BROWSER });
    expect(status).toBe(401);
  });

  test("files are served for ever under their hashed names, and only those of the manifest", async () => {
    const script = await get("/graphql/explorer/main-1.js", {});
    expect(script).toMatchObject({
      status: 200,
      text: "/* main-1.js */",
      headers: {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "public, max-age=31536000, immutable",
      },
    });
    for (const name of ["secret.js", MANIFEST_FILE, "../explorer/secret.js", "%2e%2e/secret.js", ""]) {
      expect((await get(`/graphql/explorer/${name}`, {})).status).toBe(404);
    }
  });

  test("an explorer that was never built says so", async () => {
    const unbuilt = await startEdge({ explorer: { assetsFolder: join(folder, "nowhere"), examples: [] } });
    const response = await fetch(`${unbuilt.url}/graphql`, { headers: { accept: BROWSER } });
    await unbuilt.close();
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
  });
});

test.each([
  [BROWSER, true],
  ["text/html", true],
  ["application/json, text/html;q=0.9", false],
  ["text/html;q=0.5, application/graphql-response+json;q=0.4", true],
  ["*/*", false],
  ["text/html;q=0", false],
  ["text/html;q=nonsense", false],
  [undefined, false],
])("an Accept of %s prefers a page: %s", (accept, expected) => {
  expect(prefersHtml(accept)).toBe(expected);
});
