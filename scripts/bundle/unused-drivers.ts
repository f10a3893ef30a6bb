import { basename } from "node:path";
import type { Plugin } from "esbuild";

/**
 * TypeORM's classes for databases that the gateway does not speak, which TypeORM loads whatever the database is. SQLite's
 * own are `driver/sqlite` and `driver/sqlite-abstract`.
 */
const UNUSED =
  /typeorm\/driver\/(aurora-mysql|aurora-postgres|better-sqlite3|capacitor|cockroachdb|cordova|expo|mongodb|mysql|nativescript|oracle|postgres|react-native|sap|spanner|sqljs|sqlserver)\/\w+(Driver|QueryRunner)\.js$/;

/** Leaves of each such class its name only, so that `instanceof` still answers no. */
export const unusedDrivers: Plugin = {
  name: "unused-drivers",
  setup(plugin) {
    plugin.onLoad({ filter: UNUSED }, ({ path }) => {
      const name = basename(path, ".js");
      const refusal = `${name} is not part of the gateway's bundle.`;
      return {
        contents: `exports.${name} = class ${name} { constructor() { throw new Error(${JSON.stringify(refusal)}); } };`,
      };
    });
  },
};
