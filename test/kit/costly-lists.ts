import { defaultFieldResolver, getNamedType, getNullableType, isListType, isObjectType } from "graphql";
import { buildGatewaySchema } from "../../src/api/build-schema.js";
import type { Services } from "../../src/services/create-services.js";

/**
 * Every list of the schema that could ask Microsoft: fields that answer a page, and lists with a resolver of their own,
 * wherever they stand. Lists that are plain members of an object came with it.
 */
export function costlyLists(): readonly string[] {
  // Resolvers only keep their services; the shape of the schema needs none.
  const schema = buildGatewaySchema({} as Services, 100);
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  return types
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((owner) =>
      Object.values(owner.getFields())
        .filter(({ type, resolve = defaultFieldResolver }) => {
          const named = getNamedType(type);
          const isPage = isObjectType(named) && "pageInfo" in named.getFields();
          return isPage || (isListType(getNullableType(type)) && resolve !== defaultFieldResolver);
        })
        .map(({ name }) => `${owner.name}.${name}`),
    )
    .sort();
}
