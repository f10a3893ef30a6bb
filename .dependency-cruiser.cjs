/**
 * The import rules of ARCHITECTURE.md as code. A folder of src/ may import only the folders named here, which all stand
 * below it; `npm run check:imports` enforces it.
 */
const layer = (name, ...allowed) => ({
  name: `layer-${name}`,
  severity: "error",
  from: { path: `^src/${name}/` },
  to: { path: "^src/", pathNot: `^src/(${[name, ...allowed].join("|")})/` },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(@microsoft/microsoft-graph-types|@graphql-typed-document-node/core)$" },
    },
    {
      name: "src-stands-alone",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(emulator|test|console|scripts|bench|explorer|examples)/" },
    },
    {
      name: "emulator-stands-alone",
      severity: "error",
      comment: "If gateway and emulator shared code, they would be wrong together.",
      from: { path: "^emulator/" },
      to: { path: "^(src|test|console|scripts|bench|explorer|examples)/" },
    },
    {
      name: "explorer-stands-alone",
      severity: "error",
      comment: "It runs in browsers; the shape of the page's settings is all that it shares with the server.",
      from: { path: "^explorer/" },
      to: {
        path: "^(src|emulator|test|console|scripts|bench|examples)/",
        pathNot: "^src/http/explorer/settings\\.ts$",
      },
    },
    {
      name: "examples-stand-alone",
      severity: "error",
      comment: "They show what anybody can write: they know the gateway by its schema alone.",
      from: { path: "^examples/" },
      to: { path: "^(src|emulator|test|console|scripts|bench|explorer)/" },
    },
    {
      name: "graph-is-plain-http",
      severity: "error",
      from: { path: "^src/graph/" },
      to: { path: "node_modules/(graphql|type-graphql|typeorm|express)/" },
    },
    {
      name: "graph-through-its-facade",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/graph/" },
      to: { path: "^src/graph/", pathNot: "^src/graph/index\\.ts$" },
    },
    {
      name: "services-know-no-graphql",
      severity: "error",
      from: { path: "^src/(services|auth|store|entities|lib|config)/" },
      to: { path: "node_modules/(graphql|type-graphql|@apollo)/" },
    },
    {
      name: "rows-stay-below",
      severity: "error",
      comment: "Only the store speaks TypeORM.",
      from: { path: "^src/", pathNot: "^src/(store|entities|migrations)/" },
      to: { path: "node_modules/(typeorm|sqlite3)/" },
    },
    layer("lib"),
    layer("config", "lib"),
    layer("graph", "lib"),
    layer("entities", "lib"),
    layer("migrations"),
    layer("store", "entities", "migrations", "lib"),
    layer("auth", "store", "entities", "lib"),
    layer("services", "auth", "graph", "store", "entities", "lib"),
    layer("loaders", "services", "auth", "lib"),
    layer("resolvers", "loaders", "services", "auth", "lib"),
    layer("api", "resolvers", "loaders", "services", "auth", "lib"),
    layer("http", "api", "services", "auth", "lib"),
    layer("jobs", "services", "store", "lib"),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
