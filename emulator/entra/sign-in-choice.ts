import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";

const ACTIONS = ["choose", "approve", "refuse", "cancel", "request"] as const;
type Action = (typeof ACTIONS)[number];
const LONGEST_REASON = 500;
const FIELDS = ["emulator_user", "emulator_action", "emulator_organization", "emulator_reason"];

/** What somebody decided, on a page or, in machine mode, in the first request. */
export interface SignInChoice {
  /** Sign-in name, address or object id; undefined when no account was chosen. */
  readonly user: string | undefined;
  /** `choose` only takes the account; `approve` also accepts whatever consent is needed, `request` asks an administrator for it. */
  readonly action: Action;
  readonly forOrganization: boolean;
  /** What a user writes to the administrator who is asked to consent. */
  readonly reason: string;
  /** True for a person at a page, who can correct a wrong name there. */
  readonly fromPage: boolean;
}

/**
 * The choice in a request: the fields of a page's form, or machine mode, which is the same fields in the query or the
 * headers `X-Emulator-User`, `X-Emulator-Action` and `X-Emulator-Organization`. Undefined when nothing was chosen.
 */
export function readChoice(call: EntraCall): SignInChoice | undefined {
  const { headers } = call.request;
  const fromPage = call.form.has("emulator_action");
  const read = (name: string) =>
    call.form.get(name) ?? call.query.get(name) ?? headers[`x-${name.replace("_", "-")}`] ?? undefined;
  const user = read("emulator_user");
  const text = read("emulator_action") ?? (user === undefined ? undefined : "approve");
  if (text === undefined) return undefined;
  const action = ACTIONS.find((known) => known === text);
  if (action === undefined) {
    throw new EntraFailure(
      "invalid_request",
      90023,
      `The emulator knows no action '${text}'; use ${ACTIONS.join(", ")}.`,
    );
  }
  if (fromPage) assertOwnPage(call);
  const forOrganization = read("emulator_organization") === "true";
  const reason = (read("emulator_reason") ?? "").slice(0, LONGEST_REASON);
  return { user: user?.trim() || undefined, action, forOrganization, reason, fromPage };
}

/** Members of the protocol's request, which may come in the query or in a form. */
export function requestMembers(call: EntraCall): URLSearchParams {
  const members = new URLSearchParams(call.query);
  for (const [name, value] of call.form) members.set(name, value);
  for (const name of FIELDS) members.delete(name);
  return members;
}

/** This request without the choice, for the forms of its pages. */
export function samePage(members: URLSearchParams): string {
  return `?${members}`;
}

/** Another site's page must not choose in place of the person at the browser. */
function assertOwnPage(call: EntraCall): void {
  const { origin, host } = call.request.headers;
  if (origin === undefined || origin === `http://${host}`) return;
  throw new EntraFailure("access_denied", 90023, "Forms of other sites are refused.", 403);
}
