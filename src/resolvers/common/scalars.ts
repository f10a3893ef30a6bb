import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import {
  GraphQLDateTime as DateTimeOfScalars,
  GraphQLLocalDate as LocalDateOfScalars,
  GraphQLLocalDateTime as LocalDateTimeOfScalars,
  GraphQLURL as UrlOfScalars,
} from "graphql-scalars";
import { isoText } from "../../lib/iso-text.js";

/** The scalars of graphql-scalars that the schema uses, with descriptions in the schema's own words. */
export const GraphQLDateTime = described(
  inTexts(DateTimeOfScalars),
  "2026-03-02T09:00:00Z",
  "An instant: RFC 3339 date and time with an offset, such as `2026-03-02T09:00:00Z` or `2026-03-02T10:00:00+01:00`. Answers are in UTC.",
);
export const GraphQLLocalDate = described(
  LocalDateOfScalars,
  "2026-03-02",
  "A date without time and zone, such as `2026-03-02`.",
);
export const GraphQLLocalDateTime = described(
  LocalDateTimeOfScalars,
  "2026-03-02T09:00:00",
  "A wall-clock date and time without an offset, such as `2026-03-02T09:00:00`. It means an instant only together with a time zone.",
);
export const GraphQLUrl = described(UrlOfScalars, "https://example.com/", "An absolute URL.");

/**
 * Names are checked by the services, so that an unknown zone in a mutation's input is a typed error of the payload
 * and not a refusal of the whole request.
 */
export const GraphQLTimeZone = new GraphQLScalarType<string, string>({
  name: "TimeZone",
  description:
    "A time zone. Answers hold IANA names such as `Europe/Berlin`; inputs may also hold Windows names such as `W. Europe Standard Time`.",
  specifiedByURL: "https://www.iana.org/time-zones",
  serialize: String,
  parseValue: zoneName,
  parseLiteral: (node) => zoneName(node.kind === Kind.STRING ? node.value : undefined),
});

function zoneName(value: unknown): string {
  if (typeof value === "string" && value.length > 0 && value.length <= 100) return value;
  throw new TypeError("A TimeZone is a text such as `Europe/Berlin`.");
}

/** Answers texts in the place of dates, which `JSON.stringify` would make one by one and ten times as slowly. */
function inTexts(scalar: GraphQLScalarType): GraphQLScalarType {
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    serialize(value) {
      const date: unknown = scalar.serialize(value);
      return date instanceof Date ? isoText(date) : date;
    },
  });
}

/** The scalar with our description, and with refusals that show a good value. */
function described(scalar: GraphQLScalarType, example: string, description: string): GraphQLScalarType {
  const refuse = (): never => {
    throw new GraphQLError(`This is not a value of type ${scalar.name}. A good one is \`${example}\`.`);
  };
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    description,
    parseValue: (value) => attempt(() => scalar.parseValue(value), refuse),
    parseLiteral: (node, variables) => attempt(() => scalar.parseLiteral(node, variables), refuse),
  });
}

function attempt<T>(parse: () => T, refuse: () => never): T {
  try {
    return parse();
  } catch {
    return refuse();
  }
}
