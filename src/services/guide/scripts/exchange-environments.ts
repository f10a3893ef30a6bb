import type { Cloud } from "../../../lib/clouds.js";

/** Names by which `Connect-ExchangeOnline` knows clouds. */
export const EXCHANGE_ENVIRONMENTS: Readonly<Record<Cloud, string>> = {
  GLOBAL: "O365Default",
  US_GOV_L4: "O365USGovGCCHigh",
  US_GOV_L5: "O365USGovDoD",
  CHINA: "O365China",
  EMULATOR: "O365Default",
};
