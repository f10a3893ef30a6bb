import { registrationPageLink } from "../../../guide/portal-links.js";
import { neededPermission, sufficientPermissions } from "../../permission-level.js";
import { BY_SIGN_IN, type Check, type Finding, passed, skipped } from "../check.js";

const CONSENT = "add it as an application permission (not a delegated one) and press “Grant admin consent”";
const SCOPED = "With Exchange's RBAC for Applications this is as it should be.";

/** Only a hint: Exchange's RBAC for Applications grants access that no token shows. */
export const permissionCheck: Check = {
  name: "PERMISSION",
  async run({ row, found }) {
    if (row.access === "DELEGATED") return skipped(BY_SIGN_IN);
    if (found.token === undefined) return skipped("Not run: an earlier step failed.");
    const { roles } = found.token;
    const needed = neededPermission(row);
    const enough = sufficientPermissions(row.permissionLevel);
    found.hasPermission = roles?.some((role) => enough.includes(role)) ?? false;
    const hint = (observed: string, action: string): Finding => ({
      state: "HINT",
      observed,
      action,
      fixer: "TENANT_ADMINISTRATOR",
      link: registrationPageLink(row.cloud, "CallAnAPI", row.clientId),
    });
    const ifUnread = `If the mailbox cannot be read either, ${CONSENT}. ${SCOPED}`;
    if (roles === null) return hint("The token cannot be read, so it shows no permission.", ifUnread);
    if (roles.length === 0) {
      return hint(
        `The token shows no application permission at all, and this connection needs ${needed}. So it looks when the permission was added as a delegated one instead of an application permission, or when nobody has consented.`,
        ifUnread,
      );
    }
    if (!found.hasPermission) {
      return hint(
        `The token does not show the application permission ${needed}, which this connection needs; it shows ${roles.join(", ")}.`,
        ifUnread,
      );
    }
    const calendars = roles.filter((role) => enough.includes(role));
    if (calendars.includes(needed))
      return moreThanNeeded(
        calendars.filter((role) => role !== needed),
        needed,
      );
    return moreThanNeeded(calendars, needed);
  },
};

function moreThanNeeded(more: readonly string[], needed: string): Finding {
  if (more.length === 0) return passed(`The token shows ${needed}.`);
  return {
    ...passed(`The token shows ${more.join(", ")}, which is more than this connection needs.`),
    action: `The least permission that serves it is ${needed}.`,
  };
}
