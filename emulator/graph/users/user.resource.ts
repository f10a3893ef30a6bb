import type { User } from "../../core/directory.model.js";
import { badRequest, GraphFailure } from "../graph-failure.js";
import { collection, type EntityType, primitive } from "../odata/entity-type.js";
import { type FilterRules, listOf, scalar } from "../odata/filter-rules.js";

/** What `$filter` and `$search` may do with users; the directory knows no `contains`. */
export const userFilter: FilterRules<User> = {
  properties: {
    id: scalar("guid", (user) => user.id),
    displayName: scalar("string", (user) => user.displayName),
    givenName: scalar("string", (user) => user.givenName),
    surname: scalar("string", (user) => user.surname),
    mail: scalar("string", (user) => user.mail),
    userPrincipalName: scalar("string", (user) => user.userPrincipalName),
    jobTitle: scalar("string", (user) => user.jobTitle),
    department: scalar("string", (user) => user.department),
    officeLocation: scalar("string", (user) => user.officeLocation),
    userType: scalar("string", (user) => user.userType),
    accountEnabled: scalar("boolean", (user) => user.accountEnabled),
    proxyAddresses: listOf(
      (user) => (user.mail === null ? [] : [`SMTP:${user.mail}`]),
      scalar("string", (address: string) => address),
    ),
    businessPhones: listOf(
      () => [],
      scalar("string", (phone: string) => phone),
    ),
  },
  functions: ["startswith", "endswith"],
  counts: true,
  unsupported: (path) =>
    new GraphFailure(400, "Request_UnsupportedQuery", `Unsupported or invalid query filter clause for '${path}'.`),
};

/** A directory user, as far as the emulated directory knows one. */
export const userType: EntityType<User> = {
  members: {
    businessPhones: collection(() => []),
    displayName: primitive((user) => user.displayName),
    givenName: primitive((user) => user.givenName),
    jobTitle: primitive((user) => user.jobTitle),
    mail: primitive((user) => user.mail),
    mobilePhone: primitive(() => null),
    officeLocation: primitive((user) => user.officeLocation),
    preferredLanguage: primitive(() => null),
    surname: primitive((user) => user.surname),
    userPrincipalName: primitive((user) => user.userPrincipalName),
    id: primitive((user) => user.id),
    accountEnabled: primitive((user) => user.accountEnabled),
    department: primitive((user) => user.department),
    userType: primitive((user) => user.userType),
    proxyAddresses: collection((user) => (user.mail === null ? [] : [`SMTP:${user.mail}`])),
  },
  byDefault: [
    "businessPhones",
    "displayName",
    "givenName",
    "jobTitle",
    "mail",
    "mobilePhone",
    "officeLocation",
    "preferredLanguage",
    "surname",
    "userPrincipalName",
    "id",
  ],
  always: [],
  filter: () => userFilter,
  unknownMember: (name) => badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.user'.`),
};
