import type { AttachmentRow } from "../../core/event-parts.model.js";
import type { World } from "../../core/world.js";
import type { GraphCall } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable, isJsonObject, type JsonObject } from "../json-body.js";
import { jsonText } from "../json-text.js";

/** Smallest attachment in bytes that has to go through an upload session. */
export const DIRECT_LIMIT = 3_000_000;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const LINK_MEMBERS = ["sourceUrl", "providerType", "thumbnailUrl", "previewUrl", "permission", "isFolder"];

/** The members that every new attachment gets. */
export function newAttachmentIds(world: World): Pick<AttachmentRow, "id" | "immutableId" | "modifiedAt"> {
  const { ids } = world.store;
  return {
    id: ids.itemId("attachment"),
    immutableId: ids.immutableId("attachment"),
    modifiedAt: world.clock.now(),
  };
}

/**
 * Reads a file, item or reference attachment. Throws 400 `RequestBodyRead` for another type or bad members, and 413
 * for a file that is too large to be sent in one piece.
 */
export function readAttachment(call: GraphCall, body: JsonObject): AttachmentRow {
  const type = jsonText(body["@odata.type"]).replace(/^#/, "").toLowerCase();
  const base = {
    ...newAttachmentIds(call.world),
    name: requiredText(body, "name"),
    contentType: optionalText(body, "contentType"),
    isInline: flag(body, "isInline"),
  };
  switch (type) {
    case "microsoft.graph.fileattachment": {
      const bytes = readBytes(body.contentBytes);
      const contentType = base.contentType ?? "application/octet-stream";
      return { ...base, kind: "file", contentType, bytes, contentId: optionalText(body, "contentId") };
    }
    case "microsoft.graph.itemattachment":
      if (!isJsonObject(body.item)) throw bodyUnreadable("An item attachment needs its 'item'.");
      return { ...base, kind: "item", item: body.item };
    case "microsoft.graph.referenceattachment":
      return { ...base, kind: "reference", link: pick(body, LINK_MEMBERS) };
    default:
      throw bodyUnreadable(
        "An attachment needs an '@odata.type': fileAttachment, itemAttachment or referenceAttachment.",
      );
  }
}

function readBytes(value: unknown): Buffer {
  if (typeof value !== "string" || !BASE64.test(value)) throw bodyUnreadable("'contentBytes' must be base64.");
  const bytes = Buffer.from(value, "base64");
  if (bytes.length < DIRECT_LIMIT) return bytes;
  throw new GraphFailure(
    413,
    "ErrorMessageSizeExceeded",
    "The attachment is too large to be added in one request; use an upload session for 3 MB and more.",
  );
}

export function requiredText(body: JsonObject, member: string): string {
  const value = body[member];
  if (typeof value !== "string" || value === "") throw bodyUnreadable(`'${member}' must be a text that is not empty.`);
  return value;
}

export function optionalText(body: JsonObject, member: string): string | null {
  const value = body[member] ?? null;
  if (value !== null && typeof value !== "string") throw bodyUnreadable(`'${member}' must be a text.`);
  return value;
}

export function flag(body: JsonObject, member: string): boolean {
  const value = body[member] ?? false;
  if (typeof value !== "boolean") throw bodyUnreadable(`'${member}' must be true or false.`);
  return value;
}

function pick(body: JsonObject, members: readonly string[]): JsonObject {
  return Object.fromEntries(members.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));
}
