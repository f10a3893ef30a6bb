import { unknownWritten } from "../outcomes.js";

/**
 * One of our enum's members for Graph's word in any casing; UNKNOWN for words that were added later. The table has Graph's
 * words in lower case.
 */
export function member<Member extends string>(
  members: Readonly<Record<string, Member>>,
  word: string | null | undefined,
): Member | "UNKNOWN" {
  const known = word ?? "";
  // Names that every object has, such as `constructor`, are no members.
  if (Object.hasOwn(members, known)) return members[known] ?? "UNKNOWN";
  const lower = known.toLowerCase();
  return (Object.hasOwn(members, lower) && members[lower]) || "UNKNOWN";
}

/**
 * Graph's word for a member of our enum.
 *
 * @throws AppError INVALID_INPUT for UNKNOWN, which can be read but never written.
 */
export function word<Words extends Readonly<Record<string, string>>>(
  words: Words,
  member: keyof Words | "UNKNOWN",
  ...path: string[]
): Words[keyof Words] {
  const found = member === "UNKNOWN" ? undefined : words[member];
  if (found === undefined) throw unknownWritten(path);
  return found;
}

/** The table for `member` that belongs to one for `word`. */
export function membersOf<Member extends string>(
  words: Readonly<Record<Member, string>>,
): Readonly<Record<string, Member>> {
  const pairs = Object.entries(words) as [Member, string][];
  return Object.fromEntries(pairs.map(([name, graph]) => [graph.toLowerCase(), name]));
}
