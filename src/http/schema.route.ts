import type { Route } from "./route.js";

/** The schema as a file, for code generators; authenticated, because it tells what the gateway can do. */
export function schemaRoute(sdl: () => string): Route {
  return {
    name: "schema",
    methods: ["GET", "HEAD"],
    cors: true,
    access: "viewer",
    handle: async () => ({ status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: sdl() }),
  };
}
