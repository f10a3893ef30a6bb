import type { User } from "../core/directory.model.js";
import { EntraFailure } from "./entra-failure.js";

/** Whether a sign-in at that time came before a second factor was asked for. Choosing an account counts as giving it. */
export function needsSecondFactor(user: User, signedInAt: number): boolean {
  return user.secondFactorSince !== undefined && signedInAt < user.secondFactorSince;
}

/** AADSTS50076 with the claims that the next interactive request must repeat. */
export function secondFactorFailure(): EntraFailure {
  return new EntraFailure(
    "interaction_required",
    50076,
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
    400,
    {
      suberror: "basic_action",
      claims: JSON.stringify({ access_token: { capolids: { essential: true, values: ["emulated-policy"] } } }),
    },
  );
}
