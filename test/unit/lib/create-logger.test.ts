import { describe, expect, test } from "vitest";
import { createLogger } from "../../../src/lib/create-logger.js";
import { Secret } from "../../../src/lib/secret.js";

function collect(level: "debug" | "info" | "warn" | "error" | "silent" = "debug") {
  const lines: string[] = [];
  return { log: createLogger({ level, write: (line) => void lines.push(line) }), lines };
}

describe("the logger", () => {
  test("writes one JSON object a line, with time, level and message", () => {
    const { log, lines } = collect();

    log.info({ operation: "Week", durationMs: 3 }, "first\nsecond");

    expect(lines).toHaveLength(1);
    expect(lines[0]!.trimEnd()).not.toContain("\n");
    expect(JSON.parse(lines[0]!)).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      operation: "Week",
      durationMs: 3,
      msg: "first\nsecond",
    });
  });

  test("leaves out what lies below its level", () => {
    const { log, lines } = collect("warn");
    for (const level of ["debug", "info", "warn", "error"] as const) log[level]({}, level);

    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["warn", "error"]);
  });

  test.each(["authorization", "clientSecret", "client_secret", "token", "accessToken", "access_token"])(
    "never writes a member named %s",
    (name) => {
      const { log, lines } = collect();

      log.info({ [name]: "hush-hush", request: { [name]: "hush-hush", method: "GET" } }, "sent");

      expect(lines.join("")).not.toContain("hush-hush");
      expect(JSON.parse(lines[0]!)).toMatchObject({ [name]: "[secret]", request: { method: "GET" } });
    },
  );

  test("never writes a Secret, wherever it stands", () => {
    const { log, lines } = collect();

    log.info(
      { a: new Secret("hush-hush"), b: { c: [{ d: new Secret("hush-hush") }] } },
      `made ${new Secret("hush-hush")}`,
    );

    expect(lines.join("")).not.toContain("hush-hush");
  });

  test("writes of an error its name, code, message and stack, and nothing that a library hung on it", () => {
    const { log, lines } = collect();
    const error = Object.assign(new TypeError("broken"), {
      code: "E_BROKEN",
      config: { headers: { Authorization: "Bearer hush-hush" } },
      request: "hush-hush",
      parameters: ["hush-hush"],
      cause: new Error("hush-hush"),
    });

    log.error({ err: error }, "failed");

    expect(lines.join("")).not.toContain("hush-hush");
    const { err } = JSON.parse(lines[0]!);
    expect(Object.keys(err).sort()).toEqual(["code", "message", "name", "stack"]);
    expect(err).toMatchObject({ name: "TypeError", code: "E_BROKEN", message: "broken" });
  });

  test("writes of what was thrown and is no error its type only", () => {
    const { log, lines } = collect();

    log.error({ err: "hush-hush" }, "failed");
    log.error({ err: { token: "hush-hush" } }, "failed");

    expect(lines.map((line) => JSON.parse(line).err)).toEqual([{ name: "string" }, { name: "object" }]);
  });
});
