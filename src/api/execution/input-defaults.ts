import {
  BREAK,
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** The input types of a schema that have a default on a field of theirs, or on one of a type below. */
export function inputTypesWithDefaults(schema: GraphQLSchema): ReadonlySet<GraphQLInputObjectType> {
  const types = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  const found = new Set<GraphQLInputObjectType>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const type of types) if (hasDefaults(type, found)) found.add(type);
  }
  return found;
}

/** True when some field of the document takes an argument of one of the types. */
export function takesAny(
  types: ReadonlySet<GraphQLInputObjectType>,
  schema: GraphQLSchema,
  document: DocumentNode,
): boolean {
  const info = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field() {
        found =
          info.getFieldDef()?.args.some(({ type }) => types.has(getNamedType(type) as GraphQLInputObjectType)) ?? false;
        return found ? BREAK : undefined;
      },
    }),
  );
  return found;
}

function hasDefaults(type: GraphQLInputObjectType, known: ReadonlySet<GraphQLInputObjectType>): boolean {
  return Object.values(type.getFields()).some(
    (field) => field.defaultValue !== undefined || known.has(getNamedType(field.type) as GraphQLInputObjectType),
  );
}
