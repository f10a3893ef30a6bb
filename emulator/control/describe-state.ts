import type { Store } from "../core/store.js";

/** The store in numbers and names, for people and scripts. It leaves out secrets, subjects and bodies. */
export function describeState(store: Store): unknown {
  return {
    tenants: [...store.tenants.values()].map((tenant) => ({
      id: tenant.id,
      displayName: tenant.displayName,
      domains: tenant.domains,
      userConsent: tenant.userConsent,
      consentRequests: tenant.consentRequests.map(({ appId, userId, permissions, at }) => ({
        appId,
        userId,
        permissions,
        at: new Date(at).toISOString(),
      })),
      servicePrincipals: [...tenant.servicePrincipals.values()].map((principal) => ({
        appId: principal.appId,
        enabled: principal.enabled,
        roles: [...principal.roles],
        adminScopes: [...principal.adminScopes],
        accessPolicy: principal.accessPolicy && {
          kind: principal.accessPolicy.kind,
          mailboxes: [...principal.accessPolicy.mailboxes],
        },
      })),
      groups: (tenant.groups ?? []).map(({ id, mail, displayName, members }) => ({ id, mail, displayName, members })),
      users: [...tenant.users.values()].map((user) => ({
        id: user.id,
        userPrincipalName: user.userPrincipalName,
        accountEnabled: user.accountEnabled,
        directoryRoles: [...user.directoryRoles],
        displayName: user.displayName,
        timeZone: user.mailbox?.timeZone ?? null,
        calendars: user.mailbox?.calendars.size ?? 0,
        // Counting would make the calendars that nobody has looked at; null says so.
        events: user.mailbox?.isPending ? null : (user.mailbox?.events.size ?? 0),
        managerId: user.managerId ?? null,
      })),
    })),
    apps: [...store.apps.values()].map((app) => ({
      appId: app.appId,
      displayName: app.displayName,
      homeTenantId: app.homeTenantId,
      signInAudience: app.signInAudience,
      redirectUris: app.redirectUris,
      requiredPermissions: app.requiredPermissions,
      certificates: app.certificates.map(({ keyId, displayName, x5tS256, endsAt }) => ({
        keyId,
        displayName,
        x5tS256,
        endDateTime: new Date(endsAt).toISOString(),
      })),
      secrets: app.secrets.map(({ keyId, displayName, value, startsAt, endsAt }) => ({
        keyId,
        displayName,
        // Entra shows the first three characters too, so that a stored secret can be recognized.
        hint: value.slice(0, 3),
        startDateTime: new Date(startsAt).toISOString(),
        endDateTime: new Date(endsAt).toISOString(),
      })),
    })),
    changes: store.changes.sequence,
  };
}
