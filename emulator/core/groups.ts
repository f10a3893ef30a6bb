import type { Group, Tenant } from "./directory.model.js";
import type { EmailAddress } from "./mailbox.model.js";
import type { Store } from "./store.js";

/** A group of the tenant by its address; a list of rooms is one too. */
export function groupByMail(tenant: Tenant, address: string): Group | undefined {
  const wanted = address.toLowerCase();
  const group = tenant.groups?.find(({ mail }) => mail.toLowerCase() === wanted);
  if (group !== undefined) return group;
  const list = tenant.roomLists?.find(({ emailAddress }) => emailAddress.toLowerCase() === wanted);
  return list && { id: list.id, displayName: list.displayName, mail: list.emailAddress, members: list.rooms };
}

/** Adds a group to the directory; one of the same address gets these members instead of its own. */
export function addGroup(store: Store, tenant: Tenant, input: Omit<Group, "id"> & { readonly id?: string }): Group {
  const known = groupByMail(tenant, input.mail);
  const group: Group = { ...input, id: known?.id ?? input.id ?? store.ids.guid() };
  tenant.groups = [...(tenant.groups ?? []).filter(({ id }) => id !== group.id), group];
  return group;
}

/** Whom a letter reaches. */
export interface Recipients {
  /** People and rooms, each once, with groups replaced by their members. */
  readonly people: readonly EmailAddress[];
  /** The ones among them that are there only as members of a group. */
  readonly members: readonly EmailAddress[];
}

/**
 * Replaces groups by their members, groups within groups too, as Exchange's transport does when it delivers. A sender
 * reaches the groups of the own tenant and those of the tenant that owns an address's domain.
 */
export function recipientsBehind(store: Store, tenantId: string, addresses: readonly EmailAddress[]): Recipients {
  const named = new Map<string, EmailAddress>();
  const members = new Map<string, EmailAddress>();
  const seen = new Set<string>();
  const open = (address: string, from: string): void => {
    const found = groupAt(store, from, address);
    if (found === undefined || seen.has(address.toLowerCase())) return;
    seen.add(address.toLowerCase());
    for (const member of found.group.members) {
      if (groupAt(store, found.tenant.id, member) !== undefined) open(member, found.tenant.id);
      else members.set(member.toLowerCase(), { name: nameOf(store, found.tenant, member), address: member });
    }
  };
  for (const emailAddress of addresses) {
    const { address } = emailAddress;
    if (groupAt(store, tenantId, address) !== undefined) open(address, tenantId);
    else if (!named.has(address.toLowerCase())) named.set(address.toLowerCase(), emailAddress);
  }
  const others = [...members].filter(([address]) => !named.has(address)).map(([, member]) => member);
  return { people: [...named.values(), ...others], members: others };
}

/** Whether one of the addresses, in lower case, is in the group or in a group of it. */
export function isBehind(store: Store, tenantId: string, group: Group, addresses: readonly string[]): boolean {
  const { people } = recipientsBehind(store, tenantId, [{ name: group.displayName, address: group.mail }]);
  return people.some(({ address }) => addresses.includes(address.toLowerCase()));
}

function groupAt(store: Store, tenantId: string, address: string): { tenant: Tenant; group: Group } | undefined {
  const home = store.tenant(tenantId);
  const owner = store.tenant(address.split("@").at(-1) ?? "");
  for (const tenant of home === owner ? [home] : [home, owner]) {
    const group = tenant && groupByMail(tenant, address);
    if (tenant !== undefined && group !== undefined) return { tenant, group };
  }
  return undefined;
}

function nameOf(store: Store, tenant: Tenant, address: string): string {
  return store.userByMail(tenant, address)?.displayName ?? address;
}
