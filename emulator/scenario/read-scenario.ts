import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { z } from "zod";
import { referenceFaults } from "./check-references.js";
import { type Scenario, ScenarioSchema } from "./scenario.schema.js";
import { ScenarioError, type ScenarioFault, type ScenarioPath } from "./scenario-error.js";

/** Reads a scenario from an object. Throws `ScenarioError` with every fault that could be found. */
export function readScenario(
  value: unknown,
  source = "The scenario",
  lineOf?: (path: ScenarioPath) => number | undefined,
): Scenario {
  const parsed = ScenarioSchema.safeParse(value);
  const faults = parsed.success ? referenceFaults(parsed.data) : parsed.error.issues.flatMap(faultsOf);
  if (!parsed.success || faults.length > 0) throw new ScenarioError(faults, source, lineOf);
  return parsed.data;
}

/** Reads a scenario file: YAML, or JSON where its name ends so. Throws `ScenarioError`, or what reading the file throws. */
export async function readScenarioFile(file: string): Promise<Scenario> {
  const content = await readFile(file, "utf8");
  if (extname(file).toLowerCase() === ".json") return readScenario(jsonOf(content, file), file);
  // Loaded when needed only: nothing else of the emulator reads YAML.
  const { LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => {
      const { line, col } = lines.linePos(pos[0]);
      return { path: [`line ${line}, column ${col}`], message };
    });
    throw new ScenarioError(faults, file);
  }
  return readScenario(document.toJS({ maxAliasCount: 100 }), file, (path) => {
    // A member that is missing has no line of its own; what should hold it has.
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
      if (Array.isArray(range)) return lines.linePos(Number(range[0])).line;
    }
    return undefined;
  });
}

function jsonOf(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    const message = error instanceof Error ? error.message : "This is no JSON.";
    throw new ScenarioError([{ path: [], message }], file);
  }
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue): readonly ScenarioFault[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: "This is not known here; emulator/scenarios/scenario.schema.json lists what is.",
    }));
  }
  if (issue.code === "invalid_union") {
    // The branch that was got furthest into is the one that was meant.
    const depth = (issues: readonly Issue[]) => Math.max(...issues.map((inner) => inner.path.length), 0);
    const [meant] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
    if (meant !== undefined && meant.length > 0) {
      return meant.flatMap((inner) => faultsOf({ ...inner, path: [...issue.path, ...inner.path] }));
    }
  }
  if (issue.code === "invalid_type" && issue.input === undefined && issue.message.endsWith("received undefined")) {
    return [{ path, message: `This is missing; it has to be of type ${issue.expected}.` }];
  }
  return [{ path, message: issue.message }];
}
