import { z } from "zod";
import type { Seed } from "../seed/seed-store.js";
import { read } from "./control-bodies.js";
import type { ControlRoute } from "./control-call.js";

const SeedBody = z.union([
  z.strictObject({ seed: z.enum(["demo", "empty"]) }),
  z.strictObject({ seed: z.int().default(1), users: z.int() }),
]);

/** Reads what the store is to hold. Throws `RangeError`. */
function readSeed(body: unknown): Seed {
  const wanted = read(SeedBody, body);
  return "users" in wanted ? wanted : wanted.seed;
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
];
