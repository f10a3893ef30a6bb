import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import type { ExplorerSettings } from "../src/http/explorer/settings.js";
import { shownHeaders, withKey } from "./key.js";
import { ownStorage } from "./storage.js";

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
      defaultTabs: settings.examples.map(({ document, variables }) => ({
        query: document.trim(),
        variables: variables === undefined ? "" : JSON.stringify(variables, null, 2),
        headers,
      })),
      shouldPersistHeaders: false,
      inputValueDeprecation: true,
      schemaDescription: true,
    }),
  );
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
