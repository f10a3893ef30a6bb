import type { IncomingMessage } from "node:http";

/** A cookie that ties a flow to the browser that began it. */
export interface BindingCookie {
  readonly flowId: string;
  readonly value: string;
  readonly maxAgeSeconds: number;
}

const FLOW_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const VALUE = /^[\w-]{43}$/;

/**
 * One cookie a flow, so that two of them do not disturb each other. It comes back when Microsoft's page leads here
 * (`Lax`), is out of scripts' reach, and over https neither plain http nor a subdomain can set it (`__Host-`).
 */
export function setBinding({ flowId, value, maxAgeSeconds }: BindingCookie, isHttps: boolean): string {
  const attributes = `Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${isHttps ? "; Secure" : ""}`;
  return `${nameOf(flowId, isHttps)}=${value}; ${attributes}`;
}

/** The flow's cookie of this browser; null when it has none of the right form, or more than one. */
export function readBinding({ headers }: IncomingMessage, flowId: string, isHttps: boolean): string | null {
  if (!FLOW_ID.test(flowId)) return null;
  const name = nameOf(flowId, isHttps);
  const values = (headers.cookie ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  return values.length === 1 && value !== undefined && VALUE.test(value) ? value : null;
}

function nameOf(flowId: string, isHttps: boolean): string {
  return `${isHttps ? "__Host-" : ""}connect-${flowId}`;
}
