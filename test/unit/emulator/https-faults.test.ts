import { request } from "node:https";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FaultAction } from "../../../emulator/core/faults.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await createEmulator({ seed: "empty", https: true });
});
afterAll(() => emulator.close());

interface Outcome {
  readonly status: number | undefined;
  readonly bytes: number;
  readonly isWhole: boolean;
}

/** What a client by https gets of an answer, until it ends or breaks. */
function ask(): Promise<Outcome> {
  const url = `${emulator.url}/common/v2.0/.well-known/openid-configuration`;
  return new Promise((resolve) => {
    let [status, bytes]: [number | undefined, number] = [undefined, 0];
    const end = (isWhole: boolean) => resolve({ status, bytes, isWhole });
    const outgoing = request(url, { ca: emulator.certificate, agent: false }, (incoming) => {
      status = incoming.statusCode;
      incoming.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      incoming.on("end", () => end(incoming.complete));
      incoming.on("error", () => end(false));
    });
    outgoing.on("error", () => end(false));
    outgoing.end();
  });
}

const CUTS: readonly [FaultAction, Partial<Outcome>][] = [
  [{ kind: "reset" }, { status: undefined, bytes: 0, isWhole: false }],
  [{ kind: "resetAfterHeaders" }, { status: 200, bytes: 0, isWhole: false }],
  [{ kind: "halfBody" }, { status: 200, isWhole: false }],
  [
    { kind: "slowBody", bytes: 1_000, intervalMs: 1 },
    { status: 200, isWhole: true },
  ],
];

test.each(CUTS)("%j works by https as it does by http, and the emulator goes on", async (action, outcome) => {
  emulator.faults.once({}, action);
  expect(await ask()).toMatchObject(outcome);
  expect(await ask()).toMatchObject({ status: 200, isWhole: true });
});
