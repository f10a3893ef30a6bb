import type { Group } from "../../core/directory.model.js";
import { badRequest, GraphFailure } from "../graph-failure.js";
import { collection, type EntityType, primitive } from "../odata/entity-type.js";
import { type FilterRules, listOf, scalar } from "../odata/filter-rules.js";

const typesOf = ({ kind }: Group): readonly string[] => (kind === "microsoft365" ? ["Unified"] : []);
const isSecurity = ({ kind }: Group): boolean => kind === "mailEnabledSecurity";
const nicknameOf = ({ mail }: Group): string => mail.split("@")[0] ?? "";

/** What `$filter` and `$search` may do with groups. */
export const groupFilter: FilterRules<Group> = {
  properties: {
    id: scalar("guid", (group) => group.id),
    displayName: scalar("string", (group) => group.displayName),
    description: scalar("string", (group) => group.description ?? null),
    mail: scalar("string", (group) => group.mail),
    mailNickname: scalar("string", nicknameOf),
    mailEnabled: scalar("boolean", () => true),
    securityEnabled: scalar("boolean", isSecurity),
    groupTypes: listOf(
      typesOf,
      scalar("string", (type: string) => type),
    ),
    proxyAddresses: listOf(
      (group) => [`SMTP:${group.mail}`],
      scalar("string", (address: string) => address),
    ),
  },
  functions: ["startswith", "endswith"],
  counts: true,
  unsupported: (path) =>
    new GraphFailure(400, "Request_UnsupportedQuery", `Unsupported or invalid query filter clause for '${path}'.`),
};

/** A group of the directory; here all have an address. */
export const groupType: EntityType<Group> = {
  members: {
    id: primitive((group) => group.id),
    deletedDateTime: primitive(() => null),
    classification: primitive(() => null),
    description: primitive((group) => group.description ?? null),
    displayName: primitive((group) => group.displayName),
    groupTypes: collection(typesOf),
    mail: primitive((group) => group.mail),
    mailEnabled: primitive(() => true),
    mailNickname: primitive(nicknameOf),
    membershipRule: primitive(() => null),
    onPremisesSyncEnabled: primitive(() => null),
    proxyAddresses: collection((group) => [`SMTP:${group.mail}`]),
    securityEnabled: primitive(isSecurity),
    visibility: primitive((group) => (group.kind === "microsoft365" ? "Private" : null)),
  },
  always: [],
  filter: () => groupFilter,
  unknownMember: (name) => badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.group'.`),
};
