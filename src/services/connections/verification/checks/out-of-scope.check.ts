import { isGraphError, probeCalendar } from "../../../../graph/index.js";
import { BY_SIGN_IN, type Check, failed, passed, skipped } from "../check.js";

/** A mailbox that the tenant must refuse: proves that a scope set in Exchange holds. */
export const outOfScopeCheck: Check = {
  name: "OUT_OF_SCOPE",
  async run(context) {
    const { row, deps, call, outOfScopeAddress: mailbox, found } = context;
    if (mailbox === null) return skipped("Not asked for.");
    if (row.access === "DELEGATED") return skipped(BY_SIGN_IN);
    if (found.token === undefined) return skipped("Not run: an earlier step failed.");
    try {
      await probeCalendar(deps.graph, await deps.access.open(row), { mailbox }, call);
    } catch (error) {
      if (isGraphError(error) && error.status === 403) {
        return passed("The tenant refused the mailbox that is out of scope, as it should.");
      }
      if (isGraphError(error) && error.status === 404) {
        return {
          state: "HINT",
          observed: "Microsoft has no mailbox for the address that is out of scope, so this proves nothing.",
          action: "Name the address of a mailbox that exists and must be out of reach.",
          fixer: "GATEWAY_OPERATOR",
          upstreamCode: error.code,
        };
      }
      return failed(error, context);
    }
    return {
      state: "FAILED",
      observed: "The tenant let the application read a mailbox that is meant to be out of scope.",
      action:
        "Remove the tenant-wide consent, which adds to the scope set in Exchange, or correct the scope. Changes take up to two hours; group calendars and, with access policies, Calendars.ReadBasic cannot be scoped.",
      fixer: "TENANT_ADMINISTRATOR",
    };
  },
};
