import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ConfigError } from "../../../src/config/config-error.js";
import { EXAMPLE_BOOTSTRAP_API_KEY, loadConfig } from "../../../src/config/load-config.js";
import { SECTIONS } from "../../../src/config/sections.js";

type Env = Readonly<Record<string, string | undefined>>;

const SECRET_KEYS = `k1:${Buffer.alloc(32, 9).toString("base64")}`;
const PRODUCTION: Env = { NODE_ENV: "production", SECRET_KEYS };

function faultsOf(env: Env): readonly string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe("the configuration", () => {
  test("needs nothing to start with", () => {
    expect(loadConfig({})).toMatchObject({
      production: false,
      http: { host: "127.0.0.1", port: 4_000, corsOrigins: [] },
      access: { bootstrapApiKey: null, secretKeys: null },
      emulator: undefined,
      graph: { batchWidth: 4, perMailboxConcurrency: 4 },
      responseCache: { kind: "memory", maxBytes: 64 * 1_024 * 1_024, defaultMaxAgeSeconds: 0 },
      graphql: { introspection: true, explorer: true },
    });
  });

  test("an empty value means that the variable is not set", () => {
    const names = Object.values(SECTIONS).flatMap((section) => Object.keys(section));

    expect(loadConfig(Object.fromEntries(names.map((name) => [name, ""])))).toEqual(loadConfig({}));
  });

  test("folders of federated tokens are absolute, plain and never the whole file system", () => {
    expect(loadConfig({ FEDERATED_TOKEN_DIRS: "/var/run/a, /var/run/b" }).access.federatedTokenDirs).toEqual([
      "/var/run/a",
      "/var/run/b",
    ]);
    for (const folders of ["relative", "/var/../etc", "/var/run/./a", "/"]) {
      expect(faultsOf({ FEDERATED_TOKEN_DIRS: folders })).toHaveLength(1);
    }
  });

  describe("of the mail server", () => {
    const FROM = { SMTP_FROM: "Calendars <calendars@gateway.example>" };
    const PASSWORD = "p@ss/word-0123456789";

    test("is none unless one is named", () => {
      expect(loadConfig({})).toMatchObject({ smtp: null, invitations: { hours: 72, perHour: 200 } });
    });

    test.each<[string, Env, object]>([
      ["STARTTLS required", { SMTP_HOST: "mail.example" }, { host: "mail.example", port: 587, tls: "starttls" }],
      [
        "TLS from the start on port 465",
        { SMTP_HOST: "mail.example", SMTP_PORT: "465" },
        { port: 465, tls: "implicit" },
      ],
      ["this machine without TLS", { SMTP_HOST: "127.0.0.1", SMTP_PORT: "25" }, { port: 25, tls: "off", login: null }],
      ["this machine with TLS", { SMTP_HOST: "localhost", SMTP_TLS: "required" }, { tls: "starttls" }],
      ["TLS switched off by name", { SMTP_HOST: "mail.example", SMTP_TLS: "off" }, { tls: "off" }],
      ["an address", { SMTP_URL: "smtp://mail.example:2525" }, { host: "mail.example", port: 2525, tls: "starttls" }],
      ["an address with TLS", { SMTP_URL: "smtps://mail.example" }, { port: 465, tls: "implicit" }],
      ["an address of this machine", { SMTP_URL: "smtp://[::1]:25" }, { host: "::1", tls: "off" }],
    ])("%s", (_name, env, expected) => {
      expect(loadConfig({ ...FROM, ...env }).smtp).toMatchObject(expected);
    });

    test("takes its password from either place, and shows it nowhere", () => {
      const apart = loadConfig({ ...FROM, SMTP_HOST: "m.example", SMTP_USER: "u@x", SMTP_PASSWORD: PASSWORD });
      const inUrl = loadConfig({ ...FROM, SMTP_URL: `smtp://u%40x:${encodeURIComponent(PASSWORD)}@m.example` });

      for (const { smtp } of [apart, inUrl]) {
        expect(smtp).toMatchObject({ host: "m.example", login: { user: "u@x" } });
        expect(smtp!.login!.password.reveal()).toBe(PASSWORD);
        expect(inspect(smtp, { depth: 9 }) + JSON.stringify(smtp)).not.toContain(PASSWORD);
      }
    });

    test.each<[string, Env]>([
      ["SMTP_FROM", { SMTP_FROM: undefined, SMTP_HOST: "m.example" }],
      ["SMTP_FROM", { SMTP_FROM: "nobody", SMTP_HOST: "m.example" }],
      ["SMTP_FROM", { SMTP_FROM: "a@b.example\nBcc: c@d.example", SMTP_HOST: "m.example" }],
      ["SMTP_FROM", {}],
      ["SMTP_USER, SMTP_PASSWORD", { SMTP_HOST: "m.example", SMTP_USER: "u" }],
      ["SMTP_TLS", { SMTP_HOST: "m.example", SMTP_USER: "u", SMTP_PASSWORD: PASSWORD, SMTP_TLS: "off" }],
      ["SMTP_TLS", { SMTP_URL: "smtps://m.example", SMTP_TLS: "off" }],
      ["SMTP_HOST", { SMTP_HOST: "m.example", SMTP_URL: "smtp://m.example" }],
      ["SMTP_URL", { SMTP_URL: `smtp://user:${PASSWORD}@m.example` }],
      ["SMTP_URL", { SMTP_URL: `http://user:x${PASSWORD.slice(6)}@m.example` }],
      ["PUBLIC_URL", { SMTP_HOST: "m.example", ...PRODUCTION }],
    ])("%s is at fault in %j, and the fault shows no password", (variable, env) => {
      const faults = faultsOf({ ...FROM, ...env });

      expect(faults.some((fault) => fault.startsWith(variable))).toBe(true);
      expect(faults.join()).not.toContain("0123456789");
    });
  });

  test("keeps the database in the data folder, by its absolute path", () => {
    const { data } = loadConfig({ DATA_DIR: "some/where" });

    expect(data.databaseUrl).toBe(`sqlite://${data.dir}/gateway.sqlite`);
    expect(data.dir.startsWith("/") && data.dir.endsWith("/some/where")).toBe(true);
  });

  test.each([
    ["true", true],
    ["YES", true],
    ["on", true],
    ["1", true],
    ["False", false],
    ["no", false],
    ["off", false],
    ["0", false],
  ])("the switch %s is %s", (text, value) => {
    expect(loadConfig({ GRAPHQL_INTROSPECTION: text }).graphql.introspection).toBe(value);
  });

  test("lists are split at commas, without blanks", () => {
    const { http } = loadConfig({ CORS_ORIGINS: " https://a.example , ,https://b.example" });

    expect(http.corsOrigins).toEqual(["https://a.example", "https://b.example"]);
  });

  test("addresses lose their last slash", () => {
    const urls = { EMULATOR_LOGIN_URL: "http://127.0.0.1:1/", EMULATOR_GRAPH_URL: "http://127.0.0.1:2//" };

    expect(loadConfig(urls).emulator).toEqual({ loginUrl: "http://127.0.0.1:1", graphUrl: "http://127.0.0.1:2" });
  });

  test("a proxy is used only if one is set, and its password does not show", () => {
    expect(loadConfig({}).transport).toEqual({
      http2: true,
      http2Connections: 1,
      connections: 256,
      maxAnswerBytes: 67_108_864,
    });
    const { transport } = loadConfig({ HTTPS_PROXY: "http://user:pass@proxy.example:8080/", NO_PROXY: "a.example" });
    expect(transport.proxy?.url.reveal()).toBe("http://user:pass@proxy.example:8080");
    expect(transport.proxy?.except).toBe("a.example");
    expect(inspect(transport, { depth: 9 }) + JSON.stringify(transport)).not.toContain("pass");
  });

  test("production switches the explorers and introspection off unless they are switched on", () => {
    expect(loadConfig(PRODUCTION)).toMatchObject({
      production: true,
      graphql: { introspection: false, explorer: false },
    });
    expect(loadConfig({ ...PRODUCTION, GRAPHQL_INTROSPECTION: "on" }).graphql.introspection).toBe(true);
  });

  describe("refuses", () => {
    test.each<[string, string]>([
      ["NODE_ENV", "staging"],
      ["LOG_LEVEL", "verbose"],
      ["PORT", "http"],
      ["PORT", "65536"],
      ["PORT", "80.5"],
      ["HTTP_BODY_LIMIT_BYTES", "-1"],
      ["HTTP_DEADLINE_MS", "1"],
      ["DATABASE_URL", "postgres://localhost/gateway"],
      ["DATABASE_URL", "sqlite://relative.sqlite"],
      ["BOOTSTRAP_API_KEY", "short"],
      ["BOOTSTRAP_API_KEY", `${"x".repeat(40)} y`],
      ["EMULATOR_LOGIN_URL", "ftp://127.0.0.1"],
      ["GRAPH_BATCH_WIDTH", "5"],
      ["GRAPH_MAILBOX_CONCURRENCY", "0"],
      ["LIMIT_COST", "lots"],
      ["GRAPHQL_INTROSPECTION", "maybe"],
    ])("%s=%s, by the variable's name", (name, value) => {
      const both = name === "EMULATOR_LOGIN_URL" ? { EMULATOR_GRAPH_URL: "http://127.0.0.1:1" } : {};

      const faults = faultsOf({ [name]: value, ...both });

      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(new RegExp(`^${name}: .{5,}`));
    });

    test("all faults together, single ones and those of combinations", () => {
      const env = {
        NODE_ENV: "production",
        PORT: "x",
        LIMIT_DEPTH: "1",
        BOOTSTRAP_API_KEY: EXAMPLE_BOOTSTRAP_API_KEY,
        EMULATOR_LOGIN_URL: "http://127.0.0.1:1",
        EXPLORER_API_KEY: "some-key",
      };

      const faults = faultsOf(env);

      for (const name of ["PORT", "LIMIT_DEPTH", "SECRET_KEYS", "BOOTSTRAP_API_KEY", "EXPLORER_API_KEY"]) {
        expect(faults.filter((fault) => fault.startsWith(`${name}: `))).toHaveLength(1);
      }
      expect(faults.filter((fault) => fault.startsWith("EMULATOR_LOGIN_URL, EMULATOR_GRAPH_URL: "))).toHaveLength(2);
      expect(new ConfigError(faults).message.split("\n")).toHaveLength(faults.length + 1);
    });

    test.each<[string, Env, string]>([
      ["no sealing key", { SECRET_KEYS: undefined }, "SECRET_KEYS"],
      ["the example key", { BOOTSTRAP_API_KEY: EXAMPLE_BOOTSTRAP_API_KEY }, "BOOTSTRAP_API_KEY"],
      [
        "an emulator",
        { EMULATOR_LOGIN_URL: "http://127.0.0.1:1", EMULATOR_GRAPH_URL: "http://127.0.0.1:1" },
        "EMULATOR_LOGIN_URL, EMULATOR_GRAPH_URL",
      ],
      ["a key in a page", { EXPLORER_API_KEY: "x".repeat(40) }, "EXPLORER_API_KEY"],
    ])("in production: %s", (_name, env, name) => {
      expect(faultsOf({ ...PRODUCTION, ...env })).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
      expect(faultsOf({ SECRET_KEYS, ...env })).toEqual([]);
    });

    test("without repeating a secret", () => {
      const secret = "a b-secret-0123456789-0123456789";
      const error = new ConfigError(
        faultsOf({
          ...PRODUCTION,
          BOOTSTRAP_API_KEY: secret,
          SECRET_KEYS: undefined,
          EXPLORER_API_KEY: secret,
          LOG_LEVEL: secret,
          DATABASE_URL: secret,
          EMULATOR_LOGIN_URL: secret,
        }),
      );

      expect(error.faults.length).toBeGreaterThanOrEqual(6);
      expect(error.message).not.toContain("b-secret");
    });
  });

  test("secrets do not show when the configuration is printed", () => {
    const key = "k".repeat(40);
    const config = loadConfig({ SECRET_KEYS, BOOTSTRAP_API_KEY: key, EXPLORER_API_KEY: key });

    expect(JSON.stringify(config)).not.toMatch(new RegExp(`${key}|k1:`));
    expect(config.access.bootstrapApiKey?.reveal()).toBe(key);
  });

  test("every variable has a description, from which .env.example is made", () => {
    for (const [name, schema] of Object.values(SECTIONS).flatMap((section) => Object.entries(section))) {
      expect([name, schema.description?.endsWith(".")]).toEqual([name, true]);
    }
  });

  test("free and busy times are asked for as conservatively as Microsoft documents, unless settings raise that", () => {
    expect(loadConfig({}).scheduling).toEqual({ maxAddresses: 20, maxDays: 42 });
    const raised = loadConfig({ SCHEDULE_MAX_ADDRESSES: "100", SCHEDULE_MAX_DAYS: "62" });
    expect(raised.scheduling).toEqual({ maxAddresses: 100, maxDays: 62 });
    for (const env of [{ SCHEDULE_MAX_ADDRESSES: "101" }, { SCHEDULE_MAX_DAYS: "63" }, { SCHEDULE_MAX_DAYS: "0" }]) {
      expect(() => loadConfig(env)).toThrow(Object.keys(env)[0]);
    }
  });
});
