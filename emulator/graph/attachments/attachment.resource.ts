import type { AttachmentRow } from "../../core/event-parts.model.js";
import { utcText } from "../../core/zoned-time.js";
import { parseUriFailure } from "../graph-failure.js";
import { type EntityType, type Member, primitive } from "../odata/entity-type.js";

type Kind = AttachmentRow["kind"];

const ofKind = <K extends Kind>(kind: K, render: (row: Extract<AttachmentRow, { kind: K }>) => unknown) =>
  primitive<AttachmentRow>((row) =>
    row.kind === kind ? render(row as Extract<AttachmentRow, { kind: K }>) : undefined,
  );
const linkMember = (name: string): Member<AttachmentRow> => ofKind("reference", ({ link }) => link[name] ?? null);

function sizeOf(row: AttachmentRow): number {
  if (row.kind === "file") return row.bytes.length;
  return Buffer.byteLength(JSON.stringify(row.kind === "item" ? row.item : row.link));
}

/** An attachment of any kind; the list of an event mixes them, so each names its type. */
export const attachmentType: EntityType<AttachmentRow> = {
  members: {
    "@odata.type": primitive(({ kind }) => `#microsoft.graph.${kind}Attachment`),
    "@odata.mediaContentType": ofKind("file", ({ contentType }) => contentType),
    id: primitive((row, view) => (view.prefer.immutableIds ? row.immutableId : row.id)),
    lastModifiedDateTime: primitive(({ modifiedAt }) => utcText(modifiedAt)),
    name: primitive(({ name }) => name),
    contentType: primitive(({ contentType }) => contentType),
    size: primitive(sizeOf),
    isInline: primitive(({ isInline }) => isInline),
    contentId: ofKind("file", ({ contentId }) => contentId),
    contentLocation: ofKind("file", () => null),
    contentBytes: ofKind("file", ({ bytes }) => bytes.toString("base64")),
    sourceUrl: linkMember("sourceUrl"),
    providerType: linkMember("providerType"),
    permission: linkMember("permission"),
    isFolder: linkMember("isFolder"),
  },
  always: ["@odata.type", "@odata.mediaContentType", "id"],
  unknownMember: (name) =>
    parseUriFailure(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Attachment'.`),
};

/** The same with the nested item, for `$expand=microsoft.graph.itemAttachment/item`. */
export const attachmentWithItemType: EntityType<AttachmentRow> = {
  ...attachmentType,
  members: { ...attachmentType.members, item: ofKind("item", ({ item }) => item) },
};
