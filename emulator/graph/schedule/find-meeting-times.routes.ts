import type { MailboxRoute } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";

/** Has no app-only form, and app-only tokens are all there are. */
export const findMeetingTimesRoutes: readonly MailboxRoute[] = [
  {
    kind: "mailbox",
    method: "POST",
    path: "/findMeetingTimes",
    needs: "basic",
    handle({ world }) {
      const status = world.switches.findMeetingTimesStatus;
      throw new GraphFailure(
        status,
        "ErrorAccessDenied",
        "This operation is not supported with application permissions.",
      );
    },
  },
];
