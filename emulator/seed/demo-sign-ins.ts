import type { Builders } from "../core/builders.js";
import type { Tenant } from "../core/directory.model.js";
import { PERSONAL_TENANT_ID } from "../entra/tenant-path.js";
import {
  CONNECT_APP,
  DEMO_REDIRECT_URIS,
  GUEST,
  PERSONAL_USER,
  SECOND_TENANT_ADMIN,
  SECOND_TENANT_ID,
} from "./demo-ids.js";

/** Adds whom sign-in is about: an administrator elsewhere who is a guest here, a personal account, an app for everybody. */
export function addDemoSignIns(builders: Builders, home: Tenant): void {
  builders.addApp(home, {
    appId: CONNECT_APP.clientId,
    displayName: "AddSync Connect",
    signInAudience: "AzureADandPersonalMicrosoftAccount",
    secrets: [{ value: CONNECT_APP.clientSecret }],
    redirectUris: Object.values(DEMO_REDIRECT_URIS),
    requiredPermissions: [
      { kind: "Scope", value: "Calendars.ReadWrite" },
      { kind: "Scope", value: "User.Read" },
    ],
  });
  const second = builders.store.tenants.get(SECOND_TENANT_ID);
  if (second === undefined) throw new Error("The second demo tenant must be there before its guest.");
  const name = { displayName: "Noor Haddad", givenName: "Noor", surname: "Haddad" };
  builders.addUser(second, {
    ...name,
    id: SECOND_TENANT_ADMIN.id,
    userPrincipalName: SECOND_TENANT_ADMIN.address,
    directoryRoles: ["GlobalAdministrator"],
  });
  builders.addUser(home, {
    ...name,
    id: GUEST.id,
    userPrincipalName: `${GUEST.address.replace("@", "_")}#EXT#@${home.domains.at(-1)}`,
    mail: GUEST.address,
    userType: "Guest",
    mailbox: false,
    home: { tenantId: second.id, userId: SECOND_TENANT_ADMIN.id },
  });
  const personal = builders.addTenant({
    id: PERSONAL_TENANT_ID,
    displayName: "Personal accounts",
    domains: ["postbox.example"],
  });
  builders.addUser(personal, {
    id: PERSONAL_USER.id,
    userPrincipalName: PERSONAL_USER.address,
    displayName: "Pat Quill",
    givenName: "Pat",
    surname: "Quill",
    mailbox: { timeZone: "GMT Standard Time" },
  });
}
