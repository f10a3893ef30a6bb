import type { Logger } from "../../lib/logger.js";
import type { ExplorerOptions } from "../options.js";
import { Refusal } from "../refusal.js";
import type { FindRoute } from "../request-handler.js";
import type { Route } from "../route.js";
import { ASSETS_PATH, type AssetManifest, assetsRoute, builtAssetsFolder, readManifest } from "./assets.js";
import { isFromThisMachine } from "./loopback.js";
import { PAGE_POLICY, renderPage, SANDBOX_SCRIPT } from "./page.js";
import { prefersHtml } from "./prefers-html.js";
import type { ExplorerSettings } from "./settings.js";

const PRESET_PLACEHOLDER = "Bearer <demo key>";
const EMPTY_PLACEHOLDER = "Bearer YOUR_API_KEY";

/** Finds the explorer's page and files; undefined for everything else, which is for the other routes. */
export function explorerRoutes(options: ExplorerOptions, log: Logger): FindRoute {
  const folder = options.assetsFolder ?? builtAssetsFolder();
  const manifest = readManifest(folder);
  if (manifest === undefined) log.warn({}, "the explorer's files are missing; `npm run build` makes them");
  const page = pageRoute(options, manifest);
  const assets = manifest && assetsRoute(folder, manifest);

  return (req, path, search) => {
    if (assets !== undefined && path.startsWith(ASSETS_PATH)) return assets;
    const isPage = path === "/graphql" && (req.method === "GET" || req.method === "HEAD");
    return isPage && prefersHtml(req.headers.accept) && !asksSomething(search) ? page : undefined;
  };
}

function pageRoute(options: ExplorerOptions, manifest: AssetManifest | undefined): Route {
  return {
    name: "explorer",
    methods: ["GET", "HEAD"],
    cors: false,
    access: "anyone",
    async handle({ req, search }) {
      if (manifest === undefined)
        throw new Refusal(503, "INTERNAL", "The explorer has not been built: `npm run build`.");
      const authorization = isFromThisMachine(req) ? (options.presetAuthorization ?? null) : null;
      const settings: ExplorerSettings = {
        endpoint: "/graphql",
        authorization,
        placeholder: authorization === null ? EMPTY_PLACEHOLDER : PRESET_PLACEHOLDER,
        examples: options.examples,
        start: new URLSearchParams(search).get("explorer") === "graphiql" ? "graphiql" : "sandbox",
        sandboxScript: SANDBOX_SCRIPT,
        assets: {
          style: ASSETS_PATH + manifest.style,
          workers: {
            editor: ASSETS_PATH + manifest.editorWorker,
            json: ASSETS_PATH + manifest.jsonWorker,
            graphql: ASSETS_PATH + manifest.graphqlWorker,
          },
        },
      };
      const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": PAGE_POLICY };
      return { status: 200, headers, body: renderPage(settings, ASSETS_PATH + manifest.main) };
    },
  };
}

/** Whether a GET carries an operation, and so is a question even when a browser shows the answer. */
function asksSomething(search: string): boolean {
  const parameters = new URLSearchParams(search);
  return parameters.has("query") || parameters.has("extensions");
}
