import type { Attachment } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { BodySink } from "../body-sink.js";
import type { GraphClient, GraphConnection, GraphResponse } from "../graph-types.js";
import { pathSegment, withQuery } from "../graph-url.js";
import { readAll } from "../paging.js";
import { type EventPlace, eventPath } from "./event-path.js";

/** An attachment without its bytes; `@odata.type` says of which kind it is. */
export type AttachmentFacts = Attachment & { readonly "@odata.type"?: string; readonly contentId?: string | null };

export interface AttachmentPlace extends EventPlace {
  readonly attachmentId: string;
}

/**
 * Everything but the bytes, which would come with the rest unselected. `contentId` is of files alone: OData wants the
 * derived type before its name, and refuses the bare one.
 */
const SELECT = "id,name,contentType,size,isInline,lastModifiedDateTime,microsoft.graph.fileAttachment/contentId";

/** More than any client of Microsoft's lets one event have. */
const MOST = 1_000;

/** All attachments of an event, in one request. */
export async function listAttachments(
  client: GraphClient,
  connection: GraphConnection,
  place: EventPlace,
  call: Call,
): Promise<readonly AttachmentFacts[]> {
  const path = withQuery(`${eventPath(place)}/attachments`, { $select: SELECT });
  const request = { method: "GET", path, mailbox: place.mailbox } as const;
  const { items } = await readAll<AttachmentFacts>(client, connection, request, call, { maxItems: MOST });
  return items;
}

export async function getAttachment(
  client: GraphClient,
  connection: GraphConnection,
  place: AttachmentPlace,
  call: Call,
): Promise<AttachmentFacts> {
  const path = withQuery(attachmentPath(place), { $select: SELECT });
  const { body } = await client.send<AttachmentFacts>(
    connection,
    { method: "GET", path, mailbox: place.mailbox },
    call,
  );
  return body;
}

/** Hands the bytes of a file on as they come. The mailbox's place is taken until the last one. */
export async function readAttachment(
  client: GraphClient,
  connection: GraphConnection,
  place: AttachmentPlace,
  into: BodySink,
  call: Call,
): Promise<void> {
  const path = `${attachmentPath(place)}/$value`;
  await client.send(
    connection,
    { method: "GET", path, mailbox: place.mailbox, headers: { accept: "*/*" }, into },
    call,
  );
}

/** Deletes an attachment. That mails nobody. */
export async function deleteAttachment(
  client: GraphClient,
  connection: GraphConnection,
  place: AttachmentPlace,
  call: Call,
): Promise<void> {
  await client.send(connection, { method: "DELETE", path: attachmentPath(place), mailbox: place.mailbox }, call);
}

/** What a new file is called; its bytes come apart. */
export interface NewFile {
  readonly name: string;
  readonly contentType: string;
  readonly isInline: boolean;
  readonly contentId?: string | undefined;
}

/** Adds a file of less than 3 MB in one request. Sent twice it would be there twice, so it is not. */
export async function addAttachment(
  client: GraphClient,
  connection: GraphConnection,
  { file, bytes, ...place }: EventPlace & { readonly file: NewFile; readonly bytes: Buffer },
  call: Call,
): Promise<AttachmentFacts> {
  const { contentBytes: _, ...facts } = (
    (await client.send(
      connection,
      {
        method: "POST",
        path: `${eventPath(place)}/attachments`,
        mailbox: place.mailbox,
        body: { "@odata.type": "#microsoft.graph.fileAttachment", ...file, contentBytes: bytes.toString("base64") },
      },
      call,
    )) as GraphResponse<AttachmentFacts & { contentBytes?: string }>
  ).body;
  return facts;
}

export function attachmentPath({ attachmentId, ...event }: AttachmentPlace): string {
  return `${eventPath(event)}/attachments/${pathSegment(attachmentId)}`;
}
