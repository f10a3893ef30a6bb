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
      (user) => proxyAddressesOf(user),
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
    proxyAddresses: collection((user) => proxyAddressesOf(user)),
    assignedPlans: collection((user) => assignedPlansOf(user)),
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

/** The primary address is marked by capitals. */
function proxyAddressesOf({ mail, aliases = [] }: User): readonly string[] {
  return [...(mail === null ? [] : [`SMTP:${mail}`]), ...aliases.map((address) => `smtp:${address}`)];
}

/** People with a mailbox have a licence for Exchange Online; rooms and shared mailboxes need none. */
function assignedPlansOf({ mailbox }: User): readonly object[] {
  if (mailbox?.purpose !== "user") return [];
  return [
    {
      assignedDateTime: "2024-01-08T09:00:00Z",
      capabilityStatus: "Enabled",
      service: "exchange",
      // Exchange Online (Plan 2) in Microsoft's table of service plans.
      servicePlanId: "efb87545-963c-4e0d-99df-69c6916d9eb0",
    },
  ];
}
