import { instantOfIso } from "../../core/zoned-time.js";
import { badRequest } from "../graph-failure.js";
import type { Literal } from "./filter-lexer.js";
import type { Comparison } from "./filter-parser.js";
import type { Scalar, ScalarType } from "./filter-rules.js";

/** The type of one side of a comparison; `null` is a literal that fits every type. */
export interface SideType {
  readonly type: ScalarType | "null";
  readonly values?: readonly string[] | undefined;
  /** Present where the side is a literal. */
  readonly literal?: Literal | undefined;
}

const EDM: Readonly<Record<SideType["type"], string>> = {
  string: "Edm.String",
  id: "Edm.String",
  wall: "Edm.String",
  guid: "Edm.Guid",
  number: "Edm.Int32",
  boolean: "Edm.Boolean",
  instant: "Edm.DateTimeOffset",
  enum: "an enumeration",
  null: "null",
};

/**
 * The type in which two sides are compared, where a literal is read as what the other side is. Throws 400 `BadRequest`
 * for types that cannot be compared and for literals that the other side cannot have.
 */
export function commonType(left: SideType, right: SideType): SideType {
  if (left.type === "null") return right;
  if (right.type === "null" || left.type === right.type) return left;
  const typed = left.literal === undefined ? left : right;
  const other = typed === left ? right : left;
  if (typed.type === "instant" || typed.type === "number" || typed.type === "boolean") throw incompatible(left, right);
  if (other.literal !== undefined && isTextLiteral(other.literal, typed.type)) {
    comparable(other.literal.value, typed, false);
    return typed;
  }
  // A calculated text against an id, or the other way round.
  if (isText(left.type) && isText(right.type)) return { type: "string" };
  throw incompatible(left, right);
}

/** A value in the form that is compared: a number for what has an order of its own, else text. */
export function comparable(value: Scalar, { type, values }: SideType, ignoreCase: boolean): Exclude<Scalar, undefined> {
  if (value === null || value === undefined) return null;
  if (type === "enum") {
    const index = (values ?? []).findIndex((name) => name.toLowerCase() === String(value).toLowerCase());
    if (index < 0) throw badRequest(`Invalid filter clause: '${String(value)}' is no value of this property.`);
    return index;
  }
  if (type === "wall" && typeof value === "string") {
    const at = instantOfIso(value);
    if (at === undefined) throw badRequest(`Invalid filter clause: '${value}' is no date and time.`);
    return at;
  }
  if (typeof value !== "string") return value;
  return type === "guid" || (type === "string" && ignoreCase) ? value.toLowerCase() : value;
}

export function compare(
  operator: Comparison,
  left: Exclude<Scalar, undefined>,
  right: Exclude<Scalar, undefined>,
): boolean {
  if (operator === "eq") return left === right;
  if (operator === "ne") return left !== right;
  if (left === null || right === null) return false;
  if (operator === "gt") return left > right;
  if (operator === "ge") return left >= right;
  return operator === "lt" ? left < right : left <= right;
}

const isText = (type: SideType["type"]) => type === "string" || type === "id";

function isTextLiteral(literal: Literal, wanted: SideType["type"]): boolean {
  return literal.type === "string" || (literal.type === "guid" && (wanted === "guid" || isText(wanted)));
}

function incompatible(left: SideType, right: SideType) {
  return badRequest(
    `A binary operator with incompatible types was detected. Found operand types '${EDM[left.type]}' and '${EDM[right.type]}'.`,
  );
}
