import { BY_SIGN_IN, type Check, failed, passed, skipped } from "../check.js";

/** A token for these values, past every cache: a cached one would hide a secret that is wrong by now. */
export const credentialCheck: Check = {
  name: "CREDENTIAL",
  async run(context) {
    const { row, deps, call, found } = context;
    if (row.access === "DELEGATED") return skipped(BY_SIGN_IN);
    try {
      found.token = await deps.access.token(row, call, { fresh: true });
      return passed("Entra gave a token for these values.");
    } catch (error) {
      return failed(error, context);
    }
  },
};
