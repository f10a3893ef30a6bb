import { createHash, timingSafeEqual } from "node:crypto";
import type { Secret } from "../lib/secret.js";
import { unauthenticated } from "./refusal.js";
import type { Route } from "./route.js";

const TEXT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Numbers for the operator's alarms. They are of all organizations, so they have a token of their own and no API key. */
export function metricsRoute({ token, text }: { readonly token: Secret; text(): Promise<string> }): Route {
  const expected = digest(`Bearer ${token.reveal()}`);
  return {
    name: "metrics",
    methods: ["GET"],
    cors: false,
    access: "anyone",
    async handle({ req }) {
      const { authorization } = req.headers;
      // Of equal length whatever came, so that the time tells nothing.
      if (!timingSafeEqual(digest(authorization ?? ""), expected)) throw unauthenticated(authorization !== undefined);
      return { status: 200, headers: { "content-type": TEXT_TYPE, "cache-control": "no-store" }, body: await text() };
    },
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
