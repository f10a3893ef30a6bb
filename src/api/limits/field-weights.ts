import type { GraphQLCompositeType } from "graphql";
import { type GraphQLField, type GraphQLSchema, getNamedType, isAbstractType, isLeafType, isObjectType } from "graphql";
import type { CostWeights, FieldWeight } from "./cost-weights.js";

const LEAF: FieldWeight = { cost: 0 };
const OBJECT: FieldWeight = { cost: 1 };

/** Looks weights up for one schema. A field of an interface weighs as much as its heaviest implementation. */
export class FieldWeights {
  readonly #found = new Map<string, FieldWeight>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly weights: CostWeights,
  ) {}

  of(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): FieldWeight {
    const key = `${parent.name}.${field.name}`;
    let weight = this.#found.get(key);
    if (weight === undefined) {
      weight = this.#lookUp(parent, field);
      this.#found.set(key, weight);
    }
    return weight;
  }

  #lookUp(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): FieldWeight {
    const types = isAbstractType(parent) ? [parent, ...this.schema.getPossibleTypes(parent)] : [parent];
    const listed = types.flatMap(({ name }) => this.weights[`${name}.${field.name}`] ?? []);
    const heaviest = listed.map(toWeight).sort((a, b) => b.cost - a.cost)[0];
    return heaviest ?? (isLeafType(getNamedType(field.type)) ? LEAF : OBJECT);
  }
}

/** Entries of a table that name no field or argument of the schema; empty when the two agree. */
export function strayWeights(schema: GraphQLSchema, weights: CostWeights): string[] {
  return Object.entries(weights).flatMap(([key, entry]) => {
    const [typeName = "", fieldName = ""] = key.split(".");
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (field === undefined) return [key];
    const { perItemOf } = toWeight(entry);
    const known = perItemOf === undefined || field.args.some(({ name }) => name === perItemOf);
    return known ? [] : [`${key}(${perItemOf})`];
  });
}

function toWeight(entry: number | FieldWeight): FieldWeight {
  return typeof entry === "number" ? { cost: entry } : entry;
}
