import type { Group, Tenant, User } from "../../core/directory.model.js";
import { groupByMail } from "../../core/groups.js";
import type { Store } from "../../core/store.js";

/** A member as the directory knows it; people outside, who are Exchange's contacts, are none here. */
export type Member =
  | { readonly id: string; readonly kind: "user"; readonly user: User }
  | { readonly id: string; readonly kind: "group"; readonly group: Group };

/** Every group of the tenant; a list of rooms is one too. */
export function groupsOf(tenant: Tenant): readonly Group[] {
  const lists = (tenant.roomLists ?? []).flatMap(({ emailAddress }) => groupByMail(tenant, emailAddress) ?? []);
  return [...(tenant.groups ?? []), ...lists];
}

/** The group's own members. */
export function directMembers(store: Store, tenant: Tenant, group: Group): readonly Member[] {
  return group.members.flatMap((address): Member[] => {
    const inner = groupByMail(tenant, address);
    if (inner !== undefined) return [{ id: inner.id, kind: "group", group: inner }];
    const user = store.userByMail(tenant, address);
    return user === undefined ? [] : [{ id: user.id, kind: "user", user }];
  });
}

/** The group's members and those of the groups within it, each once; a circle of groups ends. */
export function transitiveMembers(store: Store, tenant: Tenant, group: Group): readonly Member[] {
  const found = new Map<string, Member>();
  const open = (outer: Group): void => {
    for (const member of directMembers(store, tenant, outer)) {
      if (found.has(member.id) || member.id === group.id) continue;
      found.set(member.id, member);
      if (member.kind === "group") open(member.group);
    }
  };
  open(group);
  return [...found.values()];
}
