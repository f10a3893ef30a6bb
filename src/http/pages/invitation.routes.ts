import type { IncomingMessage } from "node:http";
import type { Clock } from "../../lib/clock.js";
import type { Logger } from "../../lib/logger.js";
import type { InvitationPagesService, InvitationRefusal } from "../../services/invitations/invitation-pages.service.js";
import type { Answer } from "../answer.js";
import type { FindRoute } from "../request-handler.js";
import type { Exchange, Route } from "../route.js";
import { departurePage, invitationPage, invitationRefusalPage, tooManyMissesPage } from "./invitation.page.js";
import { MissLimit } from "./miss-limit.js";
import { faultPage } from "./refusal.page.js";

const PREFIX = "/invitations/";

export interface InvitationPagesOptions {
  readonly invitations: Pick<InvitationPagesService, "look" | "accept">;
  /** Where browsers reach this gateway, without a trailing slash. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * The page behind an invitation's link. The token stands in the path, which is logged nowhere and told to no other site
 * (`Referrer-Policy: no-referrer`, and nothing is fetched from one). Opening it uses nothing up, since programs that check
 * mails open links too; the button posts.
 */
export function invitationRoutes(options: InvitationPagesOptions): FindRoute {
  const { invitations, publicUrl, clock, log } = options;
  const misses = new MissLimit(clock);

  function refusal(reason: InvitationRefusal, req: IncomingMessage): Answer {
    const limit = reason === "unknown" ? misses.miss(req.socket.remoteAddress) : null;
    if (limit === null) return invitationRefusalPage(reason);
    if (limit.isFirst) log.warn({ route: route.name }, "many invitations were asked for that do not exist");
    return tooManyMissesPage(limit.waitSeconds);
  }

  async function answer({ req, path }: Exchange): Promise<Answer> {
    const token = path.slice(PREFIX.length);
    if (req.method === "POST") {
      const accepted = await invitations.accept(token);
      return accepted.kind === "begun" ? departurePage(accepted.url) : refusal(accepted.reason, req);
    }
    const looked = await invitations.look(token);
    if (looked.kind === "refuse") return refusal(looked.reason, req);
    return invitationPage(looked.invitation, `${publicUrl}${PREFIX}${token}`);
  }

  const route: Route = {
    name: "invitation",
    methods: ["GET", "POST"],
    cors: false,
    access: "anyone",
    async handle(exchange) {
      try {
        return await answer(exchange);
      } catch (error) {
        const { requestId } = exchange;
        log.error({ requestId, route: route.name, err: error }, "an invitation's page failed");
        return faultPage(requestId);
      }
    },
  };
  return (_req, path) => (path.startsWith(PREFIX) ? route : undefined);
}
