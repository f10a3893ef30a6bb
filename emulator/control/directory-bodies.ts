import { z } from "zod";
import type { AccessPolicy, Tenant, User } from "../core/directory.model.js";
import type { Store } from "../core/store.js";
import { ControlFailure } from "./control-call.js";

export const TenantChange = z
  .strictObject({ userConsent: z.enum(["recommended", "all", "none"]), adminConsentWorkflow: z.boolean() })
  .partial();

export const UserChange = z
  .strictObject({
    accountEnabled: z.boolean(),
    /** True asks for a second factor from now on: sign-ins before must be repeated. */
    secondFactor: z.boolean(),
    /** The new primary address; the former one becomes an alias. */
    mail: z.email(),
    /** All other addresses. */
    aliases: z.array(z.email()),
  })
  .partial();

/** What is exported and imported again; nothing named: the whole mailbox. */
export const Reissue = z.strictObject({ event: z.string() }).partial();

const mailboxes = z.array(z.string().min(1)).min(1);

export const ApplicationChange = z
  .strictObject({
    enabled: z.boolean(),
    blockedByPolicy: z.boolean(),
    /** The mailboxes that the application reaches, or does not reach, by address or id; null for all. */
    scope: z.union([z.strictObject({ only: mailboxes }), z.strictObject({ allBut: mailboxes })]).nullable(),
  })
  .partial();
export type Scope = NonNullable<z.infer<typeof ApplicationChange>["scope"]>;

const permissions = z.array(z.string().regex(/^[A-Za-z]\w*(\.\w+)*$/, "This is no name of a permission."));

export const Consent = z.strictObject({ application: permissions, delegated: permissions }).partial();

/** The policy that a scope describes. Throws 404 for a mailbox that is not in the tenant. */
export function policyOf(store: Store, tenant: Tenant, scope: Scope): AccessPolicy {
  const isOnly = "only" in scope;
  const ids = (isOnly ? scope.only : scope.allBut).map((name) => userNamed(store, tenant, name).id);
  return { kind: isOnly ? "RestrictAccess" : "DenyAccess", mailboxes: new Set(ids) };
}

/** A tenant by id or domain. Throws 404. */
export function tenantNamed(store: Store, name: string): Tenant {
  const tenant = store.tenant(name);
  if (tenant === undefined) throw new ControlFailure(404, `There is no tenant "${name}"; see GET /emulator/state.`);
  return tenant;
}

/** A user by id, sign-in name or address. Throws 404. */
export function userNamed(store: Store, tenant: Tenant, name: string): User {
  const user = store.user(tenant, name) ?? store.userByMail(tenant, name);
  if (user === undefined) throw new ControlFailure(404, `There is no user "${name}" in ${tenant.displayName}.`);
  return user;
}
