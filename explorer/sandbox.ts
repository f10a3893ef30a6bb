import type { ExplorerSettings } from "../src/http/explorer/settings.js";
import { type PlainHeaders, shownHeaders, withKey } from "./key.js";

/** How long Apollo's script may take before the bundled explorer takes its place. */
const PATIENCE_MS = 4_000;

/** The part of Apollo's embed script that is used here. */
interface SandboxOptions {
  readonly target: HTMLElement;
  readonly initialEndpoint: string;
  readonly endpointIsEditable: boolean;
  readonly hideCookieToggle: boolean;
  readonly initialState: {
    readonly document: string;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly headers: PlainHeaders;
    readonly includeCookies: boolean;
    readonly pollForSchemaUpdates: boolean;
  };
  readonly handleRequest: (
    url: string,
    init: Omit<RequestInit, "headers"> & { headers: PlainHeaders },
  ) => Promise<Response>;
}

declare global {
  interface Window {
    EmbeddedSandbox?: new (options: SandboxOptions) => unknown;
  }
}

/** Opens Apollo Sandbox in the stage; rejects when its script does not come, or does not come in time. */
export async function openSandbox(stage: HTMLElement, settings: ExplorerSettings): Promise<void> {
  await loadScript(settings.sandboxScript);
  if (window.EmbeddedSandbox === undefined) throw new Error("Apollo's script defined no EmbeddedSandbox.");
  const endpoint = new URL(settings.endpoint, location.href).href;
  stage.replaceChildren();
  new window.EmbeddedSandbox({
    target: stage,
    initialEndpoint: endpoint,
    endpointIsEditable: false,
    hideCookieToggle: true,
    initialState: {
      document: settings.examples.map(({ document }) => document.trim()).join("\n\n"),
      variables: Object.assign({}, ...settings.examples.map(({ variables }) => variables)),
      headers: shownHeaders(settings),
      includeCookies: false,
      pollForSchemaUpdates: false,
    },
    // Only our own endpoint gets the key, whatever address the frame asks for.
    handleRequest: (url, init) =>
      fetch(url, {
        ...init,
        credentials: "omit",
        headers: url === endpoint ? withKey(init.headers, settings) : init.headers,
      }),
  });
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const timer = setTimeout(() => {
      // A script that comes late must not open a second explorer, and does not: nothing waits for it any more.
      script.remove();
      reject(new Error("Apollo's script did not come in time."));
    }, PATIENCE_MS);
    script.src = src;
    script.onload = () => {
      clearTimeout(timer);
      resolve();
    };
    script.onerror = () => {
      clearTimeout(timer);
      reject(new Error("Apollo's script could not be loaded."));
    };
    document.head.append(script);
  });
}
