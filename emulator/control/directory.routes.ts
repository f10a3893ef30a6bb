import type { App, ServicePrincipal, Tenant, User } from "../core/directory.model.js";
import { reissueIds } from "../core/reissue-ids.js";
import { servicePrincipalOf } from "../core/service-principals.js";
import { read } from "./control-bodies.js";
import { type ControlCall, ControlFailure, type ControlRoute } from "./control-call.js";
import {
  ApplicationChange,
  Consent,
  policyOf,
  Reissue,
  TenantChange,
  tenantNamed,
  UserChange,
  userNamed,
} from "./directory-bodies.js";

const tenantOfPath = ({ world, params }: ControlCall): Tenant => tenantNamed(world.store, params.tenant ?? "");
const userOfPath = (call: ControlCall): User => userNamed(call.world.store, tenantOfPath(call), params(call, "user"));
const params = (call: ControlCall, name: string) => call.params[name] ?? "";

function appOfPath(call: ControlCall): App {
  const name = params(call, "application");
  const app = call.world.store.app(name);
  if (app === undefined) throw new ControlFailure(404, `There is no application "${name}"; see GET /emulator/state.`);
  return app;
}

const principalOfPath = (call: ControlCall): ServicePrincipal =>
  servicePrincipalOf(call.world.store, appOfPath(call), tenantOfPath(call));

const describeTenant = ({ id, displayName, userConsent, adminConsentWorkflow }: Tenant) => ({
  id,
  displayName,
  userConsent,
  adminConsentWorkflow,
});

const describeUser = ({
  id,
  userPrincipalName,
  mail,
  aliases,
  accountEnabled,
  tokensValidFrom,
  secondFactorSince,
}: User) => ({
  id,
  userPrincipalName,
  mail,
  aliases: aliases ?? [],
  accountEnabled,
  tokensValidFrom: new Date(tokensValidFrom).toISOString(),
  secondFactor: secondFactorSince !== undefined,
});

const describePrincipal = (principal: ServicePrincipal) => ({
  appId: principal.appId,
  tenantId: principal.tenantId,
  enabled: principal.enabled,
  blockedByPolicy: principal.blockedByPolicy,
  application: [...principal.roles],
  delegated: [...principal.adminScopes],
  scope: principal.accessPolicy && {
    [principal.accessPolicy.kind === "RestrictAccess" ? "only" : "allBut"]: [...principal.accessPolicy.mailboxes],
  },
});

function changeTenant(call: ControlCall): unknown {
  const tenant = tenantOfPath(call);
  Object.assign(tenant, read(TenantChange, call.body));
  return describeTenant(tenant);
}

function changeUser(call: ControlCall): unknown {
  const user = userOfPath(call);
  const { accountEnabled, secondFactor, mail, aliases } = read(UserChange, call.body);
  if (mail !== undefined || aliases !== undefined) {
    call.world.store.changeAddresses(tenantOfPath(call), user, { mail, aliases });
  }
  if (accountEnabled !== undefined) user.accountEnabled = accountEnabled;
  if (secondFactor !== undefined) user.secondFactorSince = secondFactor ? call.world.clock.now() : undefined;
  return describeUser(user);
}

/** Sign-ins up to now no longer count: refresh tokens are refused, browsers have to choose the account again. */
function revokeSessions(call: ControlCall): unknown {
  const user = userOfPath(call);
  // A sign-in of this very millisecond is one of those that are revoked.
  user.tokensValidFrom = call.world.clock.now() + 1;
  return describeUser(user);
}

/** The event that the body names by either id, or all of the mailbox. An occurrence has no item of its own to export. */
function reissue(call: ControlCall): unknown {
  const { mailbox, userPrincipalName } = userOfPath(call);
  if (mailbox === undefined) throw new ControlFailure(404, `${userPrincipalName} has no mailbox.`);
  const { event } = read(Reissue, call.body ?? {});
  const { store } = call.world;
  const row = event === undefined ? undefined : store.event(mailbox, event);
  if (event !== undefined && (row === undefined || row.slot !== undefined)) {
    throw new ControlFailure(404, "There is no such event or series in the mailbox.");
  }
  return { events: reissueIds(store, mailbox, row === undefined ? [...mailbox.events.values()] : [row]) };
}

function changeApplication(call: ControlCall): unknown {
  const principal = principalOfPath(call);
  const { scope, ...flags } = read(ApplicationChange, call.body);
  const policy = scope ? policyOf(call.world.store, tenantOfPath(call), scope) : undefined;
  Object.assign(principal, flags);
  if (scope !== undefined) principal.accessPolicy = policy;
  return describePrincipal(principal);
}

/** Grants what the body names, or everything that the application has registered. */
function grantConsent(call: ControlCall): unknown {
  const app = appOfPath(call);
  const principal = principalOfPath(call);
  const named = read(Consent, call.body);
  const registered = (kind: "Role" | "Scope") =>
    app.requiredPermissions.filter((permission) => permission.kind === kind).map(({ value }) => value);
  const isNamed = named.application !== undefined || named.delegated !== undefined;
  for (const role of named.application ?? (isNamed ? [] : registered("Role"))) principal.roles.add(role);
  for (const scope of named.delegated ?? (isNamed ? [] : registered("Scope"))) principal.adminScopes.add(scope);
  return describePrincipal(principal);
}

/** Takes back what the body names, or everything, users' own consents too. Tokens that are out keep their permissions. */
function withdrawConsent(call: ControlCall): unknown {
  const principal = principalOfPath(call);
  const { application, delegated } = read(Consent, call.body);
  const isNamed = application !== undefined || delegated !== undefined;
  for (const role of application ?? (isNamed ? [] : [...principal.roles])) principal.roles.delete(role);
  for (const scope of delegated ?? (isNamed ? [] : [...principal.adminScopes])) {
    principal.adminScopes.delete(scope);
    for (const own of principal.userScopes.values()) own.delete(scope);
  }
  if (!isNamed) principal.userScopes.clear();
  return describePrincipal(principal);
}

const TENANT = "/emulator/tenants/{tenant}";
const APPLICATION = `${TENANT}/applications/{application}`;

/** What administrators do: `{tenant}` is an id or a domain, `{user}` an id or an address. */
export const directoryRoutes: readonly ControlRoute[] = [
  {
    method: "PATCH",
    path: TENANT,
    purpose: 'Changes { "userConsent": "recommended" | "all" | "none", "adminConsentWorkflow": true }.',
    handle: changeTenant,
  },
  {
    method: "PATCH",
    path: `${TENANT}/users/{user}`,
    purpose:
      'Changes { "accountEnabled": false, "secondFactor": true, "mail": address, "aliases": [addresses] }; a former mail address becomes an alias.',
    handle: changeUser,
  },
  {
    method: "POST",
    path: `${TENANT}/users/{user}/revoke`,
    purpose: "Revokes the user's sessions and refresh tokens.",
    handle: revokeSessions,
  },
  {
    method: "POST",
    path: `${TENANT}/users/{user}/reissue`,
    purpose: 'Exports { "event": id }, or without a body all events, and imports them again: other immutable ids.',
    handle: reissue,
  },
  {
    method: "PATCH",
    path: APPLICATION,
    purpose:
      'Changes { "enabled": false, "blockedByPolicy": true, "scope": { "only": [addresses] } | { "allBut": [...] } | null }.',
    handle: changeApplication,
  },
  {
    method: "POST",
    path: `${APPLICATION}/consent`,
    purpose: 'Grants { "application": [names], "delegated": [names] }, or without a body all that is registered.',
    handle: grantConsent,
  },
  {
    method: "DELETE",
    path: `${APPLICATION}/consent`,
    purpose: "Withdraws what the body names, or without one everything.",
    handle: withdrawConsent,
  },
];
