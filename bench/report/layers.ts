import type { CallFrame, Profile } from "../kit/child-profiler.js";

/** Milliseconds by layer; what Node does for a layer counts to it. */
export type Layers = ReadonlyMap<string, number>;

const GARBAGE = "garbage collection";
const NODE = "Node itself: sockets, streams, HTTP parsing, event loop";

/** Waiting, and the profiler's own work. */
const NO_WORK: ReadonlySet<string | undefined> = new Set(["(idle)", "(root)"]);

function isWork({ functionName, url }: CallFrame): boolean {
  return !NO_WORK.has(functionName) && !(functionName === "dispatch" && url === "");
}

interface Node {
  readonly frame: CallFrame;
  readonly parent: number | undefined;
}

/** Where the processor time of a profile went. Waiting is left out. */
export function layersOf({ nodes, samples = [], timeDeltas = [] }: Profile): Layers {
  const known = new Map<number, Node>();
  const parents = new Map<number, number>();
  for (const { id, children = [] } of nodes) for (const child of children) parents.set(child, id);
  for (const { id, callFrame } of nodes) known.set(id, { frame: callFrame, parent: parents.get(id) });
  const names = new Map<number, string | undefined>();
  const nameOf = (id: number): string | undefined => {
    if (!names.has(id)) names.set(id, layerOf(id, known));
    return names.get(id);
  };
  const sums = new Map<string, number>();
  for (const [n, id] of samples.entries()) {
    const name = nameOf(id);
    if (name === undefined) continue;
    sums.set(name, (sums.get(name) ?? 0) + (timeDeltas[n] ?? 0) / 1_000);
  }
  return sums;
}

/** Of the function on top, or of the nearest caller that belongs to one; undefined while there is nothing to do. */
function layerOf(id: number, nodes: ReadonlyMap<number, Node>): string | undefined {
  const top = nodes.get(id)?.frame;
  if (top === undefined || !isWork(top)) return undefined;
  if (top.functionName === "(garbage collector)") return GARBAGE;
  for (let node = nodes.get(id); node; node = node.parent === undefined ? undefined : nodes.get(node.parent)) {
    const owner = ownerOf(node.frame);
    if (owner !== undefined) return owner;
  }
  return NODE;
}

/** A folder of `src`, a package, or nobody: Node's own functions work for whoever called them. */
function ownerOf({ url }: CallFrame): string | undefined {
  if (url.startsWith("node:")) return undefined;
  const inner = url.split("/node_modules/").at(-1) ?? "";
  if (url.includes("/node_modules/")) {
    const name = inner.split("/").slice(0, inner.startsWith("@") ? 2 : 1);
    return name.join("/");
  }
  return /\/src\/((?:graph\/http|api\/execution|services\/events|[^/]+))\//.exec(url)?.[0].slice(1, -1);
}

/** The functions that took most themselves, with their layers. */
export function functionsOf({ nodes, samples = [], timeDeltas = [] }: Profile): Layers {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const sums = new Map<string, number>();
  for (const [n, id] of samples.entries()) {
    const frame = frames.get(id);
    if (frame === undefined || !isWork(frame)) continue;
    const file =
      frame.url
        .split("/node_modules/")
        .at(-1)
        ?.replace(/^.*\/src\//, "src/") ?? "";
    const name = `${frame.functionName || "(anonymous)"} ${file}:${frame.lineNumber + 1}`;
    sums.set(name, (sums.get(name) ?? 0) + (timeDeltas[n] ?? 0) / 1_000);
  }
  return sums;
}
