import { z } from "zod";
import type { Seed } from "../seed/seed-store.js";
import type { StateFile } from "../state/state-file.js";
import { StateError } from "../state/state-lines.js";
import { read } from "./control-bodies.js";
import { type ControlCall, ControlFailure, type ControlRoute } from "./control-call.js";

const SeedBody = z.union([
  z.strictObject({ seed: z.enum(["demo", "empty"]) }),
  z.strictObject({ seed: z.int().default(1), users: z.int() }),
]);

/** Reads what the store is to hold. Throws `RangeError`. */
function readSeed(body: unknown): Seed {
  const wanted = read(SeedBody, body);
  return "users" in wanted ? wanted : wanted.seed;
}

function fileOf({ stateFile }: ControlCall): StateFile {
  if (stateFile !== undefined) return stateFile;
  throw new ControlFailure(409, "No file was named at start; use --state FILE, or the option `state`.");
}

export const stateRoutes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: "/emulator/seed",
    purpose: 'Replaces everything by { "seed": 7, "users": 500 } or { "seed": "demo" | "empty" }; settings stay.',
    handle: ({ body, reseed, world }) => {
      const seed = readSeed(body);
      reseed(seed);
      const tenants = [...world.store.tenants.values()].map(({ id, displayName, users }) => ({
        id,
        displayName,
        users: users.size,
      }));
      return { seed, tenants };
    },
  },
  {
    method: "POST",
    path: "/emulator/save",
    purpose: "Saves the state to the file that was named at start.",
    handle: (call) => {
      const file = fileOf(call);
      file.save(call.world);
      return { file: file.path };
    },
  },
  {
    method: "POST",
    path: "/emulator/load",
    purpose: "Replaces everything but settings and faults by the state in the file that was named at start.",
    handle: (call) => {
      const file = fileOf(call);
      if (!file.exists) throw new ControlFailure(404, `There is no file "${file.path}" yet; see POST /emulator/save.`);
      try {
        call.load(file);
      } catch (error) {
        if (error instanceof StateError) throw new ControlFailure(409, error.message);
        throw error;
      }
      return { file: file.path, tenants: call.world.store.tenants.size };
    },
  },
];
