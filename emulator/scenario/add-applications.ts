import type { Builders } from "../core/builders.js";
import type { RequiredPermission } from "../core/directory.model.js";
import { servicePrincipalOf } from "../core/service-principals.js";
import { instantOfIso } from "../core/zoned-time.js";
import type { ApplicationEntry } from "./scenario.schema.js";

type Names = Pick<NonNullable<ApplicationEntry["access"]>[number], "application" | "delegated">;

/** Registers an application in its tenant, and gives it what administrators have consented to. */
export function addApplication(builders: Builders, entry: ApplicationEntry): void {
  const { store } = builders;
  const home = store.tenant(entry.tenant);
  if (home === undefined) return;
  const app = builders.addApp(home, {
    displayName: entry.name,
    ...(entry.id && { appId: entry.id }),
    ...(entry.audience && { signInAudience: entry.audience }),
    redirectUris: entry.redirectUris ?? [],
    requiredPermissions: registered(entry.permissions ?? {}),
    secrets: (entry.secrets ?? []).map(({ value, name, startsAt, endsAt }) => ({
      value,
      ...(name && { displayName: name }),
      ...instant("startsAt", startsAt),
      ...instant("endsAt", endsAt),
    })),
  });
  for (const access of entry.access ?? []) {
    const tenant = store.tenant(access.tenant);
    if (tenant === undefined) continue;
    const principal = servicePrincipalOf(store, app, tenant);
    for (const role of access.application ?? []) principal.roles.add(role);
    for (const scope of access.delegated ?? []) principal.adminScopes.add(scope);
    principal.enabled = access.enabled ?? true;
    principal.blockedByPolicy = access.blockedByPolicy ?? false;
    const listed = access.only ?? access.allBut;
    if (listed === undefined) continue;
    const ids = listed.flatMap((address) => store.userByMail(tenant, address)?.id ?? []);
    principal.accessPolicy = { kind: access.only ? "RestrictAccess" : "DenyAccess", mailboxes: new Set(ids) };
  }
}

function registered({ application = [], delegated = [] }: Names): RequiredPermission[] {
  return [
    ...application.map((value): RequiredPermission => ({ kind: "Role", value })),
    ...delegated.map((value): RequiredPermission => ({ kind: "Scope", value })),
  ];
}

function instant<K extends string>(name: K, text: string | undefined): Partial<Record<K, number>> {
  const at = text === undefined ? undefined : instantOfIso(text);
  return at === undefined ? {} : ({ [name]: at } as Record<K, number>);
}
