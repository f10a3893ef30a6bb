import { EnvHttpProxyAgent, fetch as undiciFetch } from "undici";

/**
 * A `fetch` that reaches https addresses through a proxy, by a tunnel; without one, the global `fetch`. `except` names
 * hosts that are reached directly, as `NO_PROXY` does.
 */
export function fetchThrough(proxy: { readonly url: string; readonly except: string } | undefined): typeof fetch {
  // Node loads what is behind `fetch` when the name is first read.
  if (!proxy) return (input, init) => fetch(input, init);
  const dispatcher = new EnvHttpProxyAgent({ httpsProxy: proxy.url, noProxy: proxy.except });
  // The global one takes agents of its own undici only. Both follow one standard, but their types are not one.
  return ((url: string, init: object) => undiciFetch(url, { ...init, dispatcher })) as unknown as typeof fetch;
}
