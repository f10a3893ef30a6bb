import type { ExampleOperation } from "../options.js";

/** Id of the element of the page that holds the settings as JSON. */
export const SETTINGS_ELEMENT_ID = "explorer-settings";

/** What the server tells the page. The browser code under `explorer/` reads it. */
export interface ExplorerSettings {
  /** Path of the GraphQL endpoint on the page's own origin. */
  readonly endpoint: string;
  /** The key to send when the header editor holds none; null where the page may not have it. */
  readonly authorization: string | null;
  /** What the header editor shows in place of the key. */
  readonly placeholder: string;
  readonly examples: readonly ExampleOperation[];
  readonly start: "sandbox" | "graphiql";
  readonly sandboxScript: string;
  /** Addresses of built files. */
  readonly assets: {
    readonly style: string;
    readonly workers: { readonly editor: string; readonly json: string; readonly graphql: string };
  };
}
