import { isAppError } from "../../../../lib/app-error.js";
import { cloudEndpoints } from "../../../../lib/clouds.js";
import { assertUsableRegistration } from "../../connection-rules.js";
import { type Check, failedHere, passed } from "../check.js";

/** The stored values once more: rules may have become stricter since, and an emulator may be gone. */
export const syntaxCheck: Check = {
  name: "SYNTAX",
  async run({ row, deps }) {
    try {
      assertUsableRegistration(row);
    } catch (error) {
      if (!isAppError(error)) throw error;
      return failedHere(error.message, "Change the value with `updateConnection`.", error.code);
    }
    if (cloudEndpoints(row.cloud, deps.emulator) === undefined) {
      const observed = "This connection is for the tenant emulator, which this gateway has not.";
      return failedHere(observed, "Choose the cloud of the real tenant.", "INVALID_INPUT");
    }
    return passed("Tenant ID, client ID, account types and cloud fit together.");
  },
};
