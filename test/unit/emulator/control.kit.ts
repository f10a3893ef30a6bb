import type { Emulator } from "../../../emulator/index.js";
import type { Json } from "./kit.js";

/** Speaks to the control surface; `path` begins after `/emulator`. */
export const controlOf =
  (emulator: Emulator) =>
  async (method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly json: Json }> => {
    const response = await fetch(`${emulator.url}/emulator${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };
