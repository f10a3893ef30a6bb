import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  GraphQLString,
  isInputObjectType,
  isNonNullType,
} from "graphql";

export const IDEMPOTENCY_KEY = "idempotencyKey";

const DESCRIPTION =
  "A text of your own, such as a random UUID, that makes this write safe to repeat: the same key with the same input answers the first outcome again, for a day, without asking Microsoft. At most 255 signs of ASCII without spaces. Another input is refused. The header `Idempotency-Key` does the same for a request with one mutation.";

/** Gives the input of every mutation its idempotency key, so that none can be without. */
export function addIdempotencyKeys(schema: GraphQLSchema): void {
  for (const { args } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const input = args.find(({ name }) => name === "input")?.type;
    const type = isNonNullType(input) ? input.ofType : input;
    if (isInputObjectType(type)) addKey(type);
  }
}

/** graphql-js gives the map of fields itself, and reads it for each validation, coercion and print. */
function addKey(type: GraphQLInputObjectType): void {
  const field: GraphQLInputField = {
    name: IDEMPOTENCY_KEY,
    description: DESCRIPTION,
    type: GraphQLString,
    defaultValue: undefined,
    deprecationReason: undefined,
    extensions: {},
    astNode: undefined,
  };
  type.getFields()[IDEMPOTENCY_KEY] = field;
}
