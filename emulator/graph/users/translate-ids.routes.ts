import type { HttpAnswer } from "../../core/http-message.js";
import { isWellFormedItemId } from "../../core/id-maker.js";
import type { Mailbox } from "../../core/mailbox.model.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable } from "../json-body.js";
import { readActionBody } from "../meetings/action-body.js";

const MOST_IDS = 1_000;
const READERS = ["User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All"];

interface Format {
  readonly isImmutable: boolean;
  /** To and from the form that paths and answers use. */
  read(id: string): string;
  write(id: string): string;
}

const asIs = { read: (id: string) => id, write: (id: string) => id };
/** MAPI's binary form; what is inside is known to nobody, so any reversible text will do. */
const packed = {
  read: (id: string) => Buffer.from(id, "base64url").toString("utf8"),
  write: (id: string) => Buffer.from(id).toString("base64url"),
};
/** Exchange Web Services write base64 with the two characters that need escaping in a URL. */
const ews = {
  read: (id: string) => id.replaceAll("/", "-").replaceAll("+", "_"),
  write: (id: string) => id.replaceAll("-", "/").replaceAll("_", "+"),
};

const FORMATS: Readonly<Record<string, Format>> = {
  restid: { isImmutable: false, ...asIs },
  restimmutableentryid: { isImmutable: true, ...asIs },
  entryid: { isImmutable: false, ...packed },
  immutableentryid: { isImmutable: true, ...packed },
  ewsid: { isImmutable: false, ...ews },
};

function translateIds(call: MailboxCall): HttpAnswer {
  const body = readActionBody(call, ["InputIds", "SourceIdType", "TargetIdType"]);
  const ids = body.get("inputids");
  if (!Array.isArray(ids) || ids.some((id) => typeof id !== "string"))
    throw bodyUnreadable("'InputIds' must be texts.");
  if (ids.length > MOST_IDS) {
    throw new GraphFailure(400, "ErrorInvalidRequest", `At most ${MOST_IDS} ids can be translated at once.`);
  }
  const source = formatOf(body.get("sourceidtype"), "SourceIdType");
  const target = formatOf(body.get("targetidtype"), "TargetIdType");
  const value = ids.map((id: string) => translated(call.mailbox, id, source, target));
  const context = `${call.world.origin()}/v1.0/$metadata#Collection(microsoft.graph.convertIdResult)`;
  return { status: 200, headers: {}, json: { "@odata.context": context, value } };
}

function formatOf(value: unknown, name: string): Format {
  const format = typeof value === "string" ? FORMATS[value.toLowerCase()] : undefined;
  if (format === undefined) throw bodyUnreadable(`'${name}' must be an exchangeIdFormat.`);
  return format;
}

function translated(mailbox: Mailbox, sourceId: string, source: Format, target: Format): unknown {
  const id = source.read(sourceId);
  const pair = pairsOf(mailbox).find((one) => (source.isImmutable ? one.immutableId : one.id) === id);
  if (pair !== undefined) return { sourceId, targetId: target.write(target.isImmutable ? pair.immutableId : pair.id) };
  const isId = isWellFormedItemId(id);
  const code = isId ? "ErrorItemNotFound" : "ErrorInvalidIdMalformed";
  const message = isId ? "The specified object was not found in the store." : "Id is malformed.";
  return { sourceId, targetId: null, errorDetails: { code, message } };
}

function pairsOf(mailbox: Mailbox): readonly { id: string; immutableId: string }[] {
  return [...mailbox.events.values()].flatMap((event) => [event, ...(event.attachments ?? [])]);
}

export const translateIdsRoutes: readonly MailboxRoute[] = [
  {
    kind: "mailbox",
    method: "POST",
    path: "/translateExchangeIds",
    needs: "basic",
    anyOf: READERS,
    handle: translateIds,
  },
];
