import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "../scenarios/scenario.js";

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

const MOST_ROWS = 18;

/** Where the gateway's processor time went, by part and by function; empty without a profile. */
export function profileTables(folder: string): readonly Table[] {
  const profile = longest(folder);
  if (!profile) return [];
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parts = new Map<string, number>();
  const functions = new Map<string, number>();
  let total = 0;
  for (const [n, id] of profile.samples.entries()) {
    const frame = frames.get(id);
    const ms = (profile.timeDeltas[n] ?? 0) / 1_000;
    if (!frame || ["(idle)", "(root)"].includes(frame.functionName)) continue;
    total += ms;
    add(parts, partOf(frame), ms);
    add(functions, `${frame.functionName || "(anonymous)"} in ${partOf(frame)}`, ms);
  }
  const title = (by: string) => `Profile of the gateway over the whole run, by ${by}`;
  return [sharesTable(title("part"), parts, total), sharesTable(title("function, itself alone"), functions, total)];
}

/** The profile with the most samples: the main thread of the gateway that served most scenarios. */
function longest(folder: string): Profile | undefined {
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"));
  } catch {
    return undefined;
  }
  const profiles = names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Profile);
  return profiles.sort((a, b) => b.samples.length - a.samples.length)[0];
}

/** A package, a folder of `src`, or a part of Node. */
function partOf({ url, functionName }: CallFrame): string {
  if (functionName === "(garbage collector)") return "garbage collection";
  if (functionName === "(program)") return "Node's native code";
  const path = url.replace(/^file:\/\//, "");
  const own = /\/(src\/[^/]+)\//.exec(path.includes("/node_modules/") ? "" : path)?.[1];
  if (own !== undefined) return own;
  const inner = path.split("/node_modules/").at(-1) ?? "";
  if (path.includes("/node_modules/"))
    return inner
      .split("/")
      .slice(0, inner.startsWith("@") ? 2 : 1)
      .join("/");
  if (url.startsWith("node:")) return url.split("/").slice(0, 2).join("/");
  return url === "" ? "built-in functions" : "the benchmark's own frame or compiled queries";
}

function add(sums: Map<string, number>, name: string, ms: number): void {
  sums.set(name, (sums.get(name) ?? 0) + ms);
}

function sharesTable(title: string, sums: ReadonlyMap<string, number>, total: number): Table {
  const rows = [...sums].sort(([, a], [, b]) => b - a).slice(0, MOST_ROWS);
  return {
    title,
    columns: ["where", "ms", "share"],
    rows: rows.map(([name, ms]) => [name, Math.round(ms), `${((ms / total) * 100).toFixed(1)} %`]),
  };
}
