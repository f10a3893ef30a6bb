import type { User } from "../../core/directory.model.js";
import { badRequest } from "../graph-failure.js";
import { collection, type EntityType, primitive } from "../odata/entity-type.js";

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
  unknownMember: (name) => badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.user'.`),
};
