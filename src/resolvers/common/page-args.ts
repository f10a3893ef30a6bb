import { ArgsType, Field, Int } from "type-graphql";
import { AppError } from "../../lib/app-error.js";

const DEFAULT_PAGE_SIZE = 50;

/** Relay's four paging arguments. At most one direction may be asked for. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: "How many to give, from the start or behind `after`. Default 50." })
  first?: number;

  @Field(() => String, { nullable: true, description: "Cursor behind which the page starts." })
  after?: string;

  @Field(() => Int, { nullable: true, description: "How many to give, from the end or before `before`." })
  last?: number;

  @Field(() => String, { nullable: true, description: "Cursor before which the page ends." })
  before?: string;
}

/** A page asked for: `size` items forward from the start or behind a cursor, or backward from the end. */
export interface PageRequest {
  readonly direction: "forward" | "backward";
  readonly size: number;
  readonly cursor: string | null;
}

/** @throws AppError INVALID_INPUT or LIMIT_EXCEEDED that says what to change. */
export function toPageRequest(args: PageArgs, maxSize: number): PageRequest {
  const forward = isGiven(args.first) || isGiven(args.after);
  const backward = isGiven(args.last) || isGiven(args.before);
  if (forward && backward) {
    throw new AppError("INVALID_INPUT", "Use `first` with `after`, or `last` with `before`, not both pairs.", {
      path: ["first"],
    });
  }
  const name = backward ? "last" : "first";
  const size = (backward ? args.last : args.first) ?? Math.min(DEFAULT_PAGE_SIZE, maxSize);
  if (size < 1) throw new AppError("INVALID_INPUT", `\`${name}\` must be 1 or more.`, { path: [name] });
  if (size > maxSize) {
    throw new AppError("LIMIT_EXCEEDED", `\`${name}\` is ${size}; a page holds at most ${maxSize}.`, {
      path: [name],
      limit: { name: "pageSize", max: maxSize, actual: size },
    });
  }
  return { direction: backward ? "backward" : "forward", size, cursor: (backward ? args.before : args.after) ?? null };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
