import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import type { ExplorerSettings } from "../src/http/explorer/settings.js";
import { shownHeaders, withKey } from "./key.js";
import { ownStorage } from "./storage.js";

interface Tab {
  readonly query: string;
  readonly variables?: string | null;
}

/** Opens the bundled GraphiQL in the stage: one tab an example, everything from this server. */
export async function openGraphiql(stage: HTMLElement, settings: ExplorerSettings): Promise<void> {
  const { workers } = settings.assets;
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker(_id: string, label: string) {
        if (label === "json") return new Worker(workers.json);
        return new Worker(label === "graphql" ? workers.graphql : workers.editor);
      },
    },
  });
  await loadStyle(settings.assets.style);

  const headers = JSON.stringify(shownHeaders(settings), null, 2);
  const tabs = settings.examples.map(({ document, variables }) => ({
    query: document.trim(),
    variables: variables === undefined ? "" : JSON.stringify(variables, null, 2),
    headers,
  }));
  const fetcher = createGraphiQLFetcher({
    url: new URL(settings.endpoint, location.href).href,
    fetch: (url: RequestInfo | URL, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: withKey(Object.fromEntries(new Headers(init.headers)), settings) }),
  });
  const container = document.createElement("div");
  container.style.height = "100%";
  stage.replaceChildren(container);
  createRoot(container).render(
    createElement(GraphiQL, {
      fetcher,
      storage: ownStorage,
      defaultHeaders: headers,
      defaultTabs: tabs,
      // GraphiQL fills the editors of a tab when it is clicked, but of the one it opens with only the query.
      ...initialEditors(tabs),
      shouldPersistHeaders: false,
      inputValueDeprecation: true,
      schemaDescription: true,
    }),
  );
}

/** The tab that GraphiQL opens with: the one that was open on the last visit, or the first example. */
function initialEditors(examples: readonly Tab[]): { initialQuery?: string; initialVariables?: string } {
  const [tab] = [lastTab(), examples[0]].filter((candidate) => candidate !== undefined);
  return tab === undefined ? {} : { initialQuery: tab.query, initialVariables: tab.variables ?? "" };
}

/** GraphiQL's own record of its tabs; anything unexpected in it is as good as none. */
function lastTab(): Tab | undefined {
  try {
    const state = JSON.parse(ownStorage.getItem("graphiql:tabState") ?? "") as { tabs: Tab[]; activeTabIndex: number };
    return state.tabs[state.activeTabIndex];
  } catch {
    return undefined;
  }
}

function loadStyle(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error("The explorer's style could not be loaded."));
    document.head.append(link);
  });
}
