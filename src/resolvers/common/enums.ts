import { registerEnumType } from "type-graphql";

/** An enum object whose values equal its names, the shape that type-graphql registers. */
export type EnumObject<Name extends string> = { readonly [Key in Name]: Key };

/** Registers a closed list of the domain as a GraphQL enum, a description for each value. */
export function graphqlEnum<Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, string>>,
): EnumObject<Name> {
  const names = Object.keys(values) as Name[];
  const enumObject = Object.fromEntries(names.map((value) => [value, value])) as EnumObject<Name>;
  registerEnumType<Record<string, string>>(enumObject, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] }])),
  });
  return enumObject;
}

/** What UNKNOWN means, the last member of every enum that stands for words of Microsoft's. */
export const UNKNOWN = "A value that Microsoft added later.";
