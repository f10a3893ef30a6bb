import { z } from "zod";
import type { FaultInput, FaultKind } from "../core/faults.js";
import { FAULT_KINDS } from "./fault-kinds.js";

const count = z.int().positive();

/** What every fault has; its action is read by its kind. */
const Fault = z.strictObject({
  match: z
    .strictObject({
      service: z.enum(["entra", "graph"]).optional(),
      method: z.string().optional(),
      path: z.string().max(2_000).optional(),
      mailbox: z.string().optional(),
      tenantId: z.string().optional(),
      appId: z.string().optional(),
    })
    .optional(),
  times: z.union([count, z.literal("always")]).optional(),
  skip: z.int().nonnegative().optional(),
  every: count.optional(),
  forSeconds: z.number().positive().optional(),
  action: z.looseObject({ kind: z.string() }),
});

/** A fault as a caller writes it, its action judged by its kind. */
export const FaultBody = Fault.superRefine((fault, context) => {
  const problem = problemOf(fault);
  if (problem !== undefined) context.addIssue({ code: "custom", message: problem, path: ["action"] });
});

/** Reads a fault. Throws `RangeError` with a sentence on what is wrong and where to look. */
export function readFaultInput(body: unknown): FaultInput {
  const fault = parsed(Fault, body);
  const problem = problemOf(fault);
  if (problem !== undefined) throw new RangeError(problem);
  // Parsing leaves absent members absent, which the optional members of the type ask for.
  return fault as unknown as FaultInput;
}

function problemOf({ action, match }: z.infer<typeof Fault>): string | undefined {
  const { kind } = action;
  if (!isFaultKind(kind)) {
    return `'${kind}' is no kind of fault. Kinds: ${Object.keys(FAULT_KINDS).join(", ")}; see GET /emulator/faults/kinds.`;
  }
  const known = FAULT_KINDS[kind];
  if (match?.service !== undefined && !known.services.includes(match.service)) {
    return `A fault of kind '${kind}' never strikes '${match.service}', only '${known.services.join("', '")}'.`;
  }
  const result = known.action.safeParse(action);
  return result.success ? undefined : `In the action of kind '${kind}': ${z.prettifyError(result.error)}`;
}

/** The kinds with a JSON schema of their action and an example, for people and scripts. */
export function describeFaultKinds(): unknown {
  const kinds = Object.entries(FAULT_KINDS).map(([kind, { purpose, services, action, example }]) => ({
    kind,
    purpose,
    services,
    action: z.toJSONSchema(action),
    example,
  }));
  const { action: _, ...rest } = Fault.shape;
  return { fault: z.toJSONSchema(z.strictObject(rest)), kinds };
}

function isFaultKind(kind: string): kind is FaultKind {
  return Object.hasOwn(FAULT_KINDS, kind);
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new RangeError(z.prettifyError(result.error));
  return result.data;
}
