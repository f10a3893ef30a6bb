/** Names of members and numbers of items on the way to a value. */
export type ScenarioPath = readonly (string | number)[];

export interface ScenarioFault {
  readonly path: ScenarioPath;
  readonly message: string;
}

/** A scenario that cannot be used. The message lists every fault with its place in the file. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";

  constructor(
    readonly faults: readonly ScenarioFault[],
    source: string,
    lineOf: (path: ScenarioPath) => number | undefined = () => undefined,
  ) {
    const lines = faults.map(({ path, message }) => {
      const line = lineOf(path);
      return `  ${pathText(path)}${line === undefined ? "" : ` (line ${line})`}: ${message}`;
    });
    super([`${source} has ${faults.length} ${faults.length === 1 ? "fault" : "faults"}:`, ...lines].join("\n"));
  }
}

function pathText(path: ScenarioPath): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
  return text === "" ? "the whole" : text.replace(/^\./, "");
}
