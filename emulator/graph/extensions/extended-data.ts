import type { EventContent, ExtendedProperty, OpenExtension } from "../../core/mailbox.model.js";
import { invalidValue } from "../events/event-rules.js";
import { bodyUnreadable, isJsonObject, type JsonObject } from "../json-body.js";

/** `{type} {guid} Name {name}` or `{type} {guid} Id {hexadecimal number}`, as the documentation of both kinds has it. */
const PROPERTY_ID = /^(\w+)\s+\{([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}\s+(?:Name\s+(\S.*)|Id\s+(0x[\da-f]+))$/i;
/** Some properties have a number alone, like `String 0x0037`. */
const TAG_ID = /^(\w+)\s+(0x[\da-f]+)$/i;

export const OPEN_EXTENSION_PREFIX = "Microsoft.OutlookServices.OpenTypeExtension.";
const OTHER_PREFIX = "microsoft.graph.openTypeExtension.";

type Extended = Pick<EventContent, "singleValues" | "multiValues" | "extensions">;

export function readSingleValues(value: unknown, member: string): ExtendedProperty<string>[] {
  return listOf(value, member).map((item) => {
    if (typeof item.value !== "string") throw wrongType(member);
    return { id: propertyId(item.id, member), value: item.value };
  });
}

export function readMultiValues(value: unknown, member: string): ExtendedProperty<readonly string[]>[] {
  return listOf(value, member).map((item) => {
    const values: unknown = item.value;
    if (!Array.isArray(values) || !values.every((each) => typeof each === "string")) throw wrongType(member);
    return { id: propertyId(item.id, member), value: values };
  });
}

export function readOpenExtensions(value: unknown, member: string): OpenExtension[] {
  return listOf(value, member).map(({ "@odata.type": _type, id: _id, extensionName, ...members }) => {
    if (typeof extensionName !== "string" || extensionName.trim() === "") {
      throw invalidValue("An open extension needs an extensionName.");
    }
    return { name: extensionName, members };
  });
}

/** What a PATCH makes of them: sent ones replace those with their id or name, the others stay. */
export function mergeExtended(before: Extended, changes: Extended): Extended {
  return {
    singleValues: merged(before.singleValues, changes.singleValues, ({ id }) => id.toLowerCase()),
    multiValues: merged(before.multiValues, changes.multiValues, ({ id }) => id.toLowerCase()),
    extensions: merged(before.extensions, changes.extensions, ({ name }) => name.toLowerCase()),
  };
}

/** Every text under which an open extension is asked for. */
export function extensionIds({ name }: OpenExtension): readonly string[] {
  return [OPEN_EXTENSION_PREFIX + name, OTHER_PREFIX + name, name];
}

export function renderExtension({ name, members }: OpenExtension): Record<string, unknown> {
  return {
    "@odata.type": "#microsoft.graph.openTypeExtension",
    id: OPEN_EXTENSION_PREFIX + name,
    extensionName: name,
    ...members,
  };
}

function merged<E>(
  before: readonly E[] | undefined,
  sent: readonly E[] | undefined,
  keyOf: (item: E) => string,
): readonly E[] | undefined {
  if (sent === undefined) return before;
  return [...new Map([...(before ?? []), ...sent].map((item) => [keyOf(item), item])).values()];
}

/** One spelling for each property, so that it is found however its id was written. */
function propertyId(id: unknown, member: string): string {
  if (typeof id !== "string") throw wrongType(member);
  const [, type, guid, name, number] = PROPERTY_ID.exec(id) ?? [];
  if (type !== undefined && guid !== undefined) {
    return `${type} {${guid.toLowerCase()}} ${name === undefined ? `Id ${number?.toLowerCase()}` : `Name ${name}`}`;
  }
  if (TAG_ID.test(id)) return id;
  throw invalidValue(`The extended property id '${id}' is not valid.`);
}

function listOf(value: unknown, member: string): JsonObject[] {
  if (!Array.isArray(value) || !value.every(isJsonObject)) throw wrongType(member);
  return value;
}

const wrongType = (member: string) => bodyUnreadable(`Cannot convert the value of '${member}' to the expected type.`);
