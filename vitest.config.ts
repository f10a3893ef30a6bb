import { defineConfig } from "vitest/config";

export default defineConfig({
  // Two copies of graphql-js (its ESM and its CommonJS build) refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    // The default leaves a processor free, which on a machine with two is every other one.
    maxWorkers: "100%",
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
  },
});
