import { type ExplorerSettings, SETTINGS_ELEMENT_ID } from "../src/http/explorer/settings.js";
import { openSandbox } from "./sandbox.js";

const GRAPHIQL_ADDRESS = "?explorer=graphiql";

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element "${id}".`);
  return found;
}

/** Fills the bar: what is open, why, and the way to the other explorer. */
function tell(notice: string, other: { readonly label: string; readonly href: string }): void {
  element("notice").textContent = notice;
  const link = element("other") as HTMLAnchorElement;
  link.textContent = other.label;
  link.href = other.href;
  link.hidden = false;
}

async function showGraphiql(settings: ExplorerSettings, notice: string): Promise<void> {
  tell(notice, { label: "Try Apollo Sandbox", href: location.pathname });
  const { openGraphiql } = await import("./graphiql.js");
  await openGraphiql(element("stage"), settings);
}

async function start(): Promise<void> {
  const settings = JSON.parse(element(SETTINGS_ELEMENT_ID).textContent ?? "") as ExplorerSettings;
  if (settings.start === "graphiql") {
    await showGraphiql(settings, "GraphiQL, served by this gateway");
    return;
  }
  try {
    await openSandbox(element("stage"), settings);
    tell("Apollo Sandbox, loaded from Apollo's servers", { label: "Open GraphiQL", href: GRAPHIQL_ADDRESS });
  } catch {
    await showGraphiql(settings, "Apollo Sandbox cannot be reached; this is the bundled GraphiQL");
  }
}

start().catch((error: unknown) => {
  element("notice").textContent = `The explorer could not be opened: ${String(error)}`;
});
