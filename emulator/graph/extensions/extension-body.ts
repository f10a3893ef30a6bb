import type { OpenExtension } from "../../core/mailbox.model.js";
import { bodyUnreadable, type JsonObject } from "../json-body.js";

const OPEN_TYPE = /^#?microsoft\.graph\.openTypeExtension$/i;
const PREFIX = /^(?:Microsoft\.OutlookServices|microsoft\.graph)\.OpenTypeExtension\./i;
const OWN_MEMBERS = new Set(["id", "extensionName"]);

/** An open extension as a client sends it. Throws 400 `RequestBodyRead` when it is of another type or has no name. */
export function readExtension(body: JsonObject): OpenExtension {
  const { "@odata.type": type, extensionName } = body;
  if (typeof type !== "string" || !OPEN_TYPE.test(type)) {
    throw bodyUnreadable("An extension needs the '@odata.type' 'microsoft.graph.openTypeExtension'.");
  }
  if (typeof extensionName !== "string" || extensionName.trim() === "") {
    throw bodyUnreadable("An extension needs an 'extensionName'.");
  }
  return { name: bareName(extensionName), members: appMembers(body) };
}

/** The members that are the app's own. */
export function appMembers(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => !OWN_MEMBERS.has(name) && !name.startsWith("@odata.")),
  );
}

/** An extension's name, from its name or either form of its id. */
export const bareName = (nameOrId: string) => nameOrId.replace(PREFIX, "");
