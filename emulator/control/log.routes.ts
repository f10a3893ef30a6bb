import type { LogEntry, LogFilter } from "../core/request-log.js";
import { type ControlCall, ControlFailure, type ControlRoute } from "./control-call.js";
import { describeFates } from "./describe-fates.js";

const GROUPINGS = ["route", "status", "mailbox", "client", "service", "kind"] as const;
type Grouping = (typeof GROUPINGS)[number];

/** What names one thing in a path: a GUID, an address, an item's id or a tenant's domain. */
const NAME_SEGMENT = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|.*(@|%40).*|AA[Mk]k[\w%=-]{20,}|AAkA[\w%=-]{20,})$/i;

function filterOf({ query }: ControlCall): LogFilter {
  const status = query.get("status");
  const filter = Object.fromEntries(
    ["service", "kind", "method", "mailbox", "pathEnd", "refusedBy", "faultKind"].flatMap((name) => {
      const value = query.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return { ...filter, ...(status === null ? {} : { status: Number(status) }) };
}

/** The path of a request with `{id}` for what names a single thing, so that equal calls count as one route. */
export function routeOf({ service, method, path }: Pick<LogEntry, "service" | "method" | "path">): string {
  const segments = path.split("/").map((segment) => (NAME_SEGMENT.test(segment) ? "{id}" : segment));
  if (service === "entra" && segments.length > 2) segments[1] = "{tenant}";
  return `${method} ${segments.join("/")}`;
}

const groupValue: Readonly<Record<Grouping, (entry: LogEntry) => string | number | null>> = {
  route: routeOf,
  status: ({ status }) => status,
  mailbox: ({ mailbox }) => mailbox ?? null,
  client: ({ appId }) => appId ?? null,
  service: ({ service }) => service,
  kind: ({ kind }) => kind,
};

/** Requests by what they have in common, the most frequent first. */
function counts(call: ControlCall): unknown {
  const asked = (call.query.get("by") ?? "route,status").split(",");
  const by = GROUPINGS.filter((name) => asked.includes(name));
  const unknown = asked.filter((name) => !by.some((known) => known === name));
  if (unknown.length > 0) {
    throw new ControlFailure(400, `"${unknown.join(",")}" is nothing to count by; use ${GROUPINGS.join(", ")}.`);
  }
  const groups = new Map<string, Record<string, unknown> & { count: number }>();
  const entries = call.world.log.entries(filterOf(call));
  for (const entry of entries) {
    const values = Object.fromEntries(by.map((name) => [name, groupValue[name](entry)]));
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { ...values, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return {
    count: entries.length,
    groups: [...groups.values()].sort((a, b) => b.count - a.count),
    ...describeFates(call.world),
  };
}

export const logRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/emulator/log",
    purpose:
      "Requests, oldest first. Filters: service, kind, method, status, mailbox, pathEnd, refusedBy, faultKind; limit (default 1000).",
    handle: (call) => {
      const entries = call.world.log.entries(filterOf(call));
      return { count: entries.length, entries: entries.slice(-Number(call.query.get("limit") ?? 1000)) };
    },
  },
  {
    method: "GET",
    path: "/emulator/log/counts",
    purpose:
      "How many requests: by=route,status (default), mailbox, client, service, kind, with the log's filters; how often each limit refused and each kind of fault struck.",
    handle: counts,
  },
  {
    method: "DELETE",
    path: "/emulator/log",
    purpose: "Empties the log.",
    handle: ({ world }) => {
      world.log.clear();
      return { count: 0 };
    },
  },
];
