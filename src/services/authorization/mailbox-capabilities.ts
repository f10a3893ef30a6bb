import { PERSONAL_ACCOUNTS_TENANT } from "../../auth/tenant-lookup.js";
import type { ConnectionConfig, PermissionLevel } from "../connections/connection.model.js";
import { levelOfSignIn } from "../connections/permission-level.js";
import type { Fixer } from "../explained-errors/error-explanation.js";
import {
  CAPABILITY_RULES,
  type CapabilityRule,
  MAILBOX_CAPABILITIES,
  type MailboxCapabilityName,
} from "./capability-rules.js";
import type { MailboxSignIn } from "./mailbox-sign-in.model.js";

export type { MailboxCapabilityName };

/**
 * How sure an entry is. RULES: it follows from the kind of account and access, the cloud and the permission level. TOKEN:
 * a permission was seen, or missed, in the connection's token or the owner's sign-in. ASSUMED: no token was seen since the
 * gateway started, and nothing else speaks against it.
 */
export type CapabilityBasis = "RULES" | "TOKEN" | "ASSUMED";

/** Whether something can be had of a mailbox, as far as is known without asking Microsoft. */
export interface MailboxCapability {
  readonly name: MailboxCapabilityName;
  readonly isAvailable: boolean;
  /** Why not; null where it is available. */
  readonly reason: string | null;
  /** Who can mend it; null where nothing is to be mended. */
  readonly fixer: Fixer | null;
  readonly basis: CapabilityBasis;
}

type Connection = Pick<ConnectionConfig, "access" | "supportedAccountTypes" | "permissionLevel" | "cloud">;

/** What is known of a mailbox. */
interface Known {
  readonly connection: Connection;
  readonly isPersonal: boolean;
  /** The level at which it can be used: with a sign-in from before the connection's was raised, the lower one. */
  readonly level: PermissionLevel;
  /** Permissions that a token or sign-in shows; null where none was seen. */
  readonly shown: readonly string[] | null;
}

type Verdict = Omit<MailboxCapability, "name" | "isAvailable">;

const LEVELS: readonly PermissionLevel[] = ["FREE_BUSY", "READ", "READ_WRITE"];

/** All capabilities. `shown`: permissions that the application's token shows; null where none was seen. */
export function capabilitiesOf(
  connection: Connection,
  signIn: MailboxSignIn | null,
  shown: readonly string[] | null,
): readonly MailboxCapability[] {
  const known: Known = {
    connection,
    isPersonal: connection.supportedAccountTypes === "PERSONAL_ONLY" || signIn?.tenantId === PERSONAL_ACCOUNTS_TENANT,
    level: signIn === null ? connection.permissionLevel : levelOfSignIn(connection.permissionLevel, signIn.scopes),
    shown: connection.access === "APPLICATION" ? shown : (signIn?.scopes.map(bareName) ?? null),
  };
  return MAILBOX_CAPABILITIES.map((name) => {
    const rule = CAPABILITY_RULES[name];
    const verdict = excluded(rule, known) ?? tooLow(rule, known) ?? permitted(rule, known);
    return { name, isAvailable: verdict.reason === null, ...verdict };
  });
}

/** What nobody can change without another kind of account, of access, or another cloud. */
function excluded(rule: CapabilityRule, { connection, isPersonal }: Known): Verdict | undefined {
  const reason =
    (isPersonal ? rule.notPersonal : undefined) ??
    (connection.access === "APPLICATION" ? rule.notApplication : rule.notDelegated) ??
    (rule.notInClouds?.clouds.includes(connection.cloud) ? rule.notInClouds.reason : undefined);
  return reason === undefined ? undefined : { reason, fixer: "NOBODY", basis: "RULES" };
}

function tooLow({ level: least }: CapabilityRule, { connection, level }: Known): Verdict | undefined {
  if (least === undefined || LEVELS.indexOf(level) >= LEVELS.indexOf(least)) return undefined;
  const { permissionLevel } = connection;
  if (LEVELS.indexOf(permissionLevel) >= LEVELS.indexOf(least)) {
    return {
      reason: `The mailbox's owner signed in before the connection's permission level was raised to ${permissionLevel}. Send a new link, made with \`beginMailboxAuthorization\`.`,
      fixer: "USER",
      basis: "TOKEN",
    };
  }
  const lacks = least === "READ" ? "only times, titles and people are read" : "nothing is written";
  return {
    reason: `The connection's permission level is ${permissionLevel}: ${lacks}. \`updateConnection\` raises it.`,
    fixer: "GATEWAY_OPERATOR",
    basis: "RULES",
  };
}

function permitted(rule: CapabilityRule, { connection, isPersonal, shown }: Known): Verdict {
  const { permissions } = rule;
  if (permissions === undefined) return { reason: null, fixer: null, basis: "RULES" };
  if (shown === null) return { reason: null, fixer: null, basis: "ASSUMED" };
  if (permissions.some((name) => shown.includes(name))) return { reason: null, fixer: null, basis: "TOKEN" };
  const [least] = permissions;
  if (connection.access === "APPLICATION") {
    const besides = rule.isOfDirectory ? "" : " Where Exchange grants it instead, it works all the same.";
    const reason = `The application's token does not show the permission ${least}: add it and grant admin consent.${besides}`;
    return { reason, fixer: "TENANT_ADMINISTRATOR", basis: "TOKEN" };
  }
  const asked = `The sign-in of the mailbox's owner does not hold ${least}: people are asked for calendars only.`;
  return isPersonal
    ? { reason: asked, fixer: "NOBODY", basis: "TOKEN" }
    : {
        reason: `${asked} An administrator can consent to it for everybody; sign-ins after that hold it.`,
        fixer: "TENANT_ADMINISTRATOR",
        basis: "TOKEN",
      };
}

/** Scopes are bare names or start with the address of Graph. */
function bareName(scope: string): string {
  return scope.slice(scope.lastIndexOf("/") + 1);
}
