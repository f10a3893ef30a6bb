import type { UploadSession } from "../../core/event-parts.model.js";
import type { HttpAnswer } from "../../core/http-message.js";
import type { World } from "../../core/world.js";
import { utcText } from "../../core/zoned-time.js";
import { EVENT_PATHS, eventOfPath } from "../events/event-reads.routes.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable, isJsonObject } from "../json-body.js";
import { readActionBody } from "../meetings/action-body.js";
import { DIRECT_LIMIT, flag, optionalText, requiredText } from "./attachment-body.js";

/** Largest attachment in bytes. */
const SESSION_LIMIT = 150_000_000;

function createSession(call: MailboxCall): HttpAnswer {
  const { world, user } = call;
  const event = eventOfPath(call);
  const item = readActionBody(call, ["AttachmentItem"]).get("attachmentitem");
  if (!isJsonObject(item)) throw bodyUnreadable("An upload session needs its 'AttachmentItem'.");
  if (String(item.attachmentType).toLowerCase() !== "file") throw bodyUnreadable("Only files can be uploaded here.");
  const session: UploadSession = {
    id: world.store.ids.guid(),
    token: `${world.store.ids.guid()}${world.store.ids.guid()}`.replaceAll("-", ""),
    tenantId: user.tenantId,
    appId: call.caller.appId,
    userId: user.id,
    eventId: event.id,
    name: requiredText(item, "name"),
    contentType: optionalText(item, "contentType"),
    isInline: flag(item, "isInline"),
    contentId: optionalText(item, "contentId"),
    size: readSize(item.size),
    chunks: [],
    expiresAt: world.clock.now() + world.switches.uploadSessionMinutes * 60_000,
  };
  world.store.uploads.set(session.id, session);
  return {
    status: 201,
    headers: {},
    json: {
      "@odata.context": `${world.origin()}/v1.0/$metadata#microsoft.graph.uploadSession`,
      uploadUrl: uploadUrl(world, session),
      expirationDateTime: utcText(session.expiresAt, true),
      nextExpectedRanges: ["0-"],
    },
  };
}

/** The address on what is an Outlook host in the real world; whoever knows it may upload. */
function uploadUrl(world: World, { userId, tenantId, eventId, id, token }: UploadSession): string {
  const event = encodeURIComponent(eventId);
  const path = `/api/v2.0/Users('${userId}@${tenantId}')/Events('${event}')/AttachmentSessions('${id}')`;
  return `${uploadOrigin(world)}${path}?authtoken=${token}`;
}

/** This server by another name than Graph's, because clients tell by the host where Graph's token must not go. */
function uploadOrigin(world: World): string {
  const url = new URL(world.origin());
  url.hostname = "localhost";
  return url.origin;
}

function readSize(value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1) {
    throw bodyUnreadable("'size' must be the number of bytes.");
  }
  if (value < DIRECT_LIMIT) {
    throw refusal("ErrorAttachmentSizeShouldNotBeLessThanMinimumSize", "Smaller attachments are added in one request.");
  }
  if (value > SESSION_LIMIT)
    throw refusal("ErrorAttachmentSizeLimitExceeded", "An attachment can have 150 MB at most.");
  return value;
}

const refusal = (code: string, message: string) => new GraphFailure(400, code, message);

export const uploadSessionRoutes: readonly MailboxRoute[] = EVENT_PATHS.map((path) => ({
  kind: "mailbox",
  method: "POST",
  path: `${path}/{event}/attachments/createUploadSession`,
  needs: "write",
  handle: createSession,
}));
