import { readFileSync } from "node:fs";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS, DIRECTORY_APP, GATEWAY_APP } from "../../emulator/seed/demo-ids.js";
import { mailboxObjectGlobalId, parseRowGlobalId } from "../../src/resolvers/common/global-id.js";
import { attach, someBytes } from "../kit/attachments.js";
import { eventInput, FUTURE, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import type { Role } from "../kit/generated/operations.js";
import * as operations from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";
import { allowSettings } from "../kit/settings.js";

interface Case {
  readonly least: Role;
  readonly document: TypedDocumentNode<object, never>;
  /** Makes what the mutation needs, as an owner, and gives its input. */
  input(at: { readonly gateway: TestGateway; readonly organization: TestOrganization }): Promise<object>;
}

const ROLES: readonly Role[] = ["READER", "WRITER", "ADMIN", "OWNER"];

let count = 0;
const fresh = (what: string) => {
  count += 1;
  return `${what}-${count}`;
};

const registration = { cloud: "EMULATOR", tenantId: DEMO_TENANT_ID, clientId: GATEWAY_APP.clientId } as const;

async function newConnection({ gateway, organization }: Parameters<Case["input"]>[0]): Promise<string> {
  const input = { organizationId: organization.id, name: fresh("connection"), ...registration };
  return (await gateway.owner.data(operations.CreateConnectionDocument, { input })).createConnection.connection!.id;
}

async function newCandidate(at: Parameters<Case["input"]>[0]): Promise<string> {
  const input = { connectionId: await newConnection(at) };
  const { generateCertificate } = await at.gateway.owner.data(operations.GenerateCertificateDocument, { input });
  return generateCertificate.credential!.id;
}

async function newSignInConnection({ gateway, organization }: Parameters<Case["input"]>[0]): Promise<string> {
  const access = { access: "DELEGATED", clientSecret: GATEWAY_APP.clientSecret } as const;
  const input = { organizationId: organization.id, name: fresh("sign-in"), ...registration, ...access };
  return (await gateway.owner.data(operations.CreateConnectionDocument, { input })).createConnection.connection!.id;
}

async function newMailbox({ gateway, organization }: Parameters<Case["input"]>[0]): Promise<string> {
  const input = { connectionId: organization.connectionId, address: `${fresh("box")}@larkfield.example` };
  return (await gateway.owner.data(operations.CreateMailboxDocument, { input })).createMailbox.mailbox!.id;
}

/** Of a connection that may read the directory, of somebody who is in it. */
async function newDirectoryMailbox({ gateway, organization }: Parameters<Case["input"]>[0]): Promise<string> {
  const { clientId, clientSecret } = DIRECTORY_APP;
  const own = { ...registration, clientId, clientSecret, organizationId: organization.id, name: fresh("directory") };
  const { createConnection } = await gateway.owner.data(operations.CreateConnectionDocument, { input: own });
  const input = { connectionId: createConnection.connection!.id, address: DEMO_USERS.ines.address };
  return (await gateway.owner.data(operations.CreateMailboxDocument, { input })).createMailbox.mailbox!.id;
}

async function newKey({ gateway, organization }: Parameters<Case["input"]>[0]): Promise<string> {
  const input = { organizationId: organization.id, name: fresh("key"), role: "READER" } as const;
  return (await gateway.owner.data(operations.CreateApiKeyDocument, { input })).createApiKey.apiKey!.id;
}

type At = Parameters<Case["input"]>[0];

/** A meeting of the organization's mailbox with somebody, and in another mailbox of it a copy. */
async function newMeeting({ organization }: At): Promise<string> {
  const attendees = [{ address: DEMO_USERS.tomasz.address }];
  return (await makeEvent(organization, { ...FUTURE, subject: fresh("meeting"), attendees })).id;
}

async function newInvitedEvent({ gateway, organization }: At): Promise<string> {
  const subject = fresh("invitation");
  const tenant = gateway.emulator.store.tenant(DEMO_TENANT_ID)!;
  const invited = gateway.emulator.store.userByMail(tenant, DEMO_USERS.ines.address)!;
  await makeEvent(organization, {
    mailboxId: organization.mailboxIds[1]!,
    subject,
    attendees: [{ address: DEMO_USERS.ines.address }],
  });
  const copy = [...invited.mailbox!.events.values()].find((event) => event.subject === subject)!;
  const mailboxId = parseRowGlobalId("Mailbox", organization.mailboxIds[0]!);
  return mailboxObjectGlobalId("Event", { mailboxId, graphId: copy.immutableId });
}

async function newCalendar({ gateway, organization }: At): Promise<string> {
  const input = { mailboxId: organization.mailboxIds[0]!, name: fresh("calendar") };
  return (await gateway.owner.data(operations.CreateCalendarDocument, { input })).createCalendar.calendar!.id;
}

async function newGroup({ gateway, organization }: At): Promise<string> {
  const input = { mailboxId: organization.mailboxIds[0]!, name: fresh("group") };
  const { createCalendarGroup } = await gateway.owner.data(operations.CreateCalendarGroupDocument, { input });
  return createCalendarGroup.calendarGroup!.id;
}

async function newPermission(at: At): Promise<string> {
  const input = { calendarId: await newCalendar(at), address: DEMO_USERS.hana.address, role: "READ" } as const;
  return (await at.gateway.owner.data(operations.ShareCalendarDocument, { input })).shareCalendar.permission!.id;
}

async function newCategory({ gateway, organization }: At): Promise<string> {
  const input = { mailboxId: organization.mailboxIds[0]!, displayName: fresh("category") };
  return (await gateway.owner.data(operations.CreateCategoryDocument, { input })).createCategory.category!.id;
}

async function newInvitation(at: Parameters<Case["input"]>[0]): Promise<string> {
  const input = { connectionId: await newSignInConnection(at), address: `${fresh("guest")}@larkfield.example` };
  const { createInvitation } = await at.gateway.owner.data(operations.CreateInvitationDocument, { input });
  return createInvitation.invitation!.id;
}

/** The least role for every mutation of the schema. */
const CASES = {
  createOrganization: {
    least: "OWNER",
    document: operations.CreateOrganizationDocument,
    input: async () => ({ name: "New", slug: fresh("new") }),
  },
  updateOrganization: {
    least: "ADMIN",
    document: operations.UpdateOrganizationDocument,
    input: async ({ organization }) => ({ id: organization.id, name: fresh("Renamed") }),
  },
  deleteOrganization: {
    least: "OWNER",
    document: operations.DeleteOrganizationDocument,
    // Its own organization: a key cannot even see another one.
    input: async ({ organization }) => ({ id: organization.id }),
  },
  createConnection: {
    least: "ADMIN",
    document: operations.CreateConnectionDocument,
    input: async ({ organization }) => ({ organizationId: organization.id, name: fresh("c"), ...registration }),
  },
  updateConnection: {
    least: "ADMIN",
    document: operations.UpdateConnectionDocument,
    input: async (at) => ({ id: await newConnection(at), name: fresh("renamed") }),
  },
  deleteConnection: {
    least: "ADMIN",
    document: operations.DeleteConnectionDocument,
    input: async (at) => ({ id: await newConnection(at) }),
  },
  verifyConnection: {
    least: "ADMIN",
    document: operations.VerifyConnectionDocument,
    input: async ({ organization }) => ({ id: organization.connectionId }),
  },
  addCredential: {
    least: "ADMIN",
    document: operations.AddCredentialDocument,
    input: async (at) => ({ connectionId: await newConnection(at), clientSecret: GATEWAY_APP.clientSecret }),
  },
  generateCertificate: {
    least: "ADMIN",
    document: operations.GenerateCertificateDocument,
    input: async (at) => ({ connectionId: await newConnection(at) }),
  },
  promoteCredential: {
    least: "ADMIN",
    document: operations.PromoteCredentialDocument,
    // The one in use is promoted without being asked for.
    input: async ({ gateway, organization }) => {
      const { connection } = await gateway.owner.data(operations.CredentialsOfDocument, {
        id: organization.connectionId,
      });
      return { id: connection!.credential!.id };
    },
  },
  retireCredential: {
    least: "ADMIN",
    document: operations.RetireCredentialDocument,
    input: async (at) => ({ id: await newCandidate(at) }),
  },
  createMailbox: {
    least: "ADMIN",
    document: operations.CreateMailboxDocument,
    input: async ({ organization }) => ({
      connectionId: organization.connectionId,
      address: `${fresh("new")}@larkfield.example`,
    }),
  },
  updateMailbox: {
    least: "ADMIN",
    document: operations.UpdateMailboxDocument,
    input: async (at) => ({ id: await newMailbox(at), displayName: "Renamed" }),
  },
  deleteMailbox: {
    least: "ADMIN",
    document: operations.DeleteMailboxDocument,
    input: async (at) => ({ id: await newMailbox(at) }),
  },
  createMailboxes: {
    least: "ADMIN",
    document: operations.CreateMailboxesDocument,
    input: async ({ organization }) => ({
      connectionId: organization.connectionId,
      mailboxes: [{ address: `${fresh("many")}@larkfield.example` }],
    }),
  },
  deleteMailboxes: {
    least: "ADMIN",
    document: operations.DeleteMailboxesDocument,
    input: async (at) => ({ ids: [await newMailbox(at)] }),
  },
  refreshMailbox: {
    least: "ADMIN",
    document: operations.RefreshMailboxDocument,
    input: async (at) => ({ id: await newDirectoryMailbox(at) }),
  },
  beginMailboxAuthorization: {
    least: "ADMIN",
    document: operations.BeginMailboxAuthorizationDocument,
    input: async (at) => ({ connectionId: await newSignInConnection(at), loginHint: DEMO_USERS.mei.address }),
  },
  disconnectMailbox: {
    least: "ADMIN",
    document: operations.DisconnectMailboxDocument,
    input: async (at) => ({ id: await newMailbox(at) }),
  },
  requestAdminConsent: {
    least: "ADMIN",
    document: operations.RequestAdminConsentDocument,
    input: async (at) => ({ connectionId: await newSignInConnection(at) }),
  },
  createInvitation: {
    least: "ADMIN",
    document: operations.CreateInvitationDocument,
    input: async (at) => ({ connectionId: await newSignInConnection(at), address: "guest@larkfield.example" }),
  },
  createInvitations: {
    least: "ADMIN",
    document: operations.CreateInvitationsDocument,
    input: async (at) => ({
      connectionId: await newSignInConnection(at),
      invitations: [{ address: "guest@larkfield.example" }],
    }),
  },
  resendInvitation: {
    least: "ADMIN",
    document: operations.ResendInvitationDocument,
    input: async (at) => ({ id: await newInvitation(at) }),
  },
  revokeInvitation: {
    least: "ADMIN",
    document: operations.RevokeInvitationDocument,
    input: async (at) => ({ id: await newInvitation(at) }),
  },
  createApiKey: {
    least: "ADMIN",
    document: operations.CreateApiKeyDocument,
    input: async ({ organization }) => ({ organizationId: organization.id, name: fresh("key"), role: "READER" }),
  },
  updateApiKey: {
    least: "ADMIN",
    document: operations.UpdateApiKeyDocument,
    input: async (at) => ({ id: await newKey(at), name: "Renamed" }),
  },
  revokeApiKey: {
    least: "ADMIN",
    document: operations.RevokeApiKeyDocument,
    input: async (at) => ({ id: await newKey(at) }),
  },
  deleteApiKey: {
    least: "ADMIN",
    document: operations.DeleteApiKeyDocument,
    input: async (at) => ({ id: await newKey(at) }),
  },
  createEvent: {
    least: "WRITER",
    document: operations.CreateEventDocument,
    input: async ({ organization }) => eventInput(organization),
  },
  updateEvent: {
    least: "WRITER",
    document: operations.UpdateEventDocument,
    input: async ({ organization }) => ({ id: (await makeEvent(organization)).id, subject: "Changed" }),
  },
  deleteEvent: {
    least: "WRITER",
    document: operations.DeleteEventDocument,
    input: async ({ organization }) => ({ id: (await makeEvent(organization)).id }),
  },
  deleteAttachment: {
    least: "WRITER",
    document: operations.DeleteAttachmentDocument,
    input: async ({ organization }) => {
      const made = await attach(organization.writer, (await makeEvent(organization)).id, someBytes(5));
      return { id: made.attachment.id };
    },
  },
  cancelEvent: {
    least: "WRITER",
    document: operations.CancelEventDocument,
    input: async (at) => ({ id: await newMeeting(at) }),
  },
  respondToEvent: {
    least: "WRITER",
    document: operations.RespondToEventDocument,
    input: async (at) => ({ id: await newInvitedEvent(at), response: "ACCEPT" }),
  },
  forwardEvent: {
    least: "WRITER",
    document: operations.ForwardEventDocument,
    input: async (at) => ({ id: await newMeeting(at), to: [{ address: DEMO_USERS.hana.address }] }),
  },
  snoozeReminder: {
    least: "WRITER",
    document: operations.SnoozeReminderDocument,
    input: async (at) => ({ id: await newMeeting(at), until: "2090-01-01T00:00:00Z" }),
  },
  dismissReminder: {
    least: "WRITER",
    document: operations.DismissReminderDocument,
    input: async (at) => ({ id: await newMeeting(at) }),
  },
  addAttendees: {
    least: "WRITER",
    document: operations.AddAttendeesDocument,
    input: async (at) => ({ id: await newMeeting(at), attendees: [{ address: DEMO_USERS.hana.address }] }),
  },
  removeAttendees: {
    least: "WRITER",
    document: operations.RemoveAttendeesDocument,
    input: async (at) => ({ id: await newMeeting(at), addresses: [DEMO_USERS.tomasz.address] }),
  },
  updateAttendee: {
    least: "WRITER",
    document: operations.UpdateAttendeeDocument,
    input: async (at) => ({ id: await newMeeting(at), address: DEMO_USERS.tomasz.address, type: "OPTIONAL" }),
  },
  moveEvent: {
    least: "WRITER",
    document: operations.MoveEventDocument,
    input: async (at) => ({ id: (await makeEvent(at.organization)).id, calendarId: await newCalendar(at) }),
  },
  createCalendar: {
    least: "WRITER",
    document: operations.CreateCalendarDocument,
    input: async ({ organization }) => ({ mailboxId: organization.mailboxIds[0], name: fresh("calendar") }),
  },
  updateCalendar: {
    least: "WRITER",
    document: operations.UpdateCalendarDocument,
    input: async (at) => ({ id: await newCalendar(at), color: "LIGHT_RED" }),
  },
  deleteCalendar: {
    least: "WRITER",
    document: operations.DeleteCalendarDocument,
    input: async (at) => ({ id: await newCalendar(at) }),
  },
  createCalendarGroup: {
    least: "WRITER",
    document: operations.CreateCalendarGroupDocument,
    input: async ({ organization }) => ({ mailboxId: organization.mailboxIds[0], name: fresh("group") }),
  },
  renameCalendarGroup: {
    least: "WRITER",
    document: operations.RenameCalendarGroupDocument,
    input: async (at) => ({ id: await newGroup(at), name: fresh("renamed") }),
  },
  deleteCalendarGroup: {
    least: "WRITER",
    document: operations.DeleteCalendarGroupDocument,
    input: async (at) => ({ id: await newGroup(at) }),
  },
  shareCalendar: {
    least: "WRITER",
    document: operations.ShareCalendarDocument,
    input: async (at) => ({ calendarId: await newCalendar(at), address: DEMO_USERS.hana.address, role: "READ" }),
  },
  updateCalendarPermission: {
    least: "WRITER",
    document: operations.UpdateCalendarPermissionDocument,
    input: async (at) => ({ id: await newPermission(at), role: "WRITE" }),
  },
  removeCalendarPermission: {
    least: "WRITER",
    document: operations.RemoveCalendarPermissionDocument,
    input: async (at) => ({ id: await newPermission(at) }),
  },
  updateMailboxSettings: {
    least: "ADMIN",
    document: operations.UpdateMailboxSettingsDocument,
    input: async ({ organization }) => ({ mailboxId: organization.mailboxIds[0], locale: "de-DE" }),
  },
  createCategory: {
    least: "WRITER",
    document: operations.CreateCategoryDocument,
    input: async ({ organization }) => ({ mailboxId: organization.mailboxIds[0], displayName: fresh("category") }),
  },
  updateCategory: {
    least: "WRITER",
    document: operations.UpdateCategoryDocument,
    input: async (at) => ({ id: await newCategory(at), color: "TEAL" }),
  },
  deleteCategory: {
    least: "WRITER",
    document: operations.DeleteCategoryDocument,
    input: async (at) => ({ id: await newCategory(at) }),
  },
} as const satisfies Record<string, Case>;

describe("roles", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    const addresses = [DEMO_USERS.ines.address, DEMO_USERS.tomasz.address];
    organization = await makeOrganization(gateway, { addresses });
    allowSettings(gateway, GATEWAY_APP);
  });
  afterAll(() => gateway.close());

  const clientOf = (role: Role) =>
    ({ READER: organization.reader, WRITER: organization.writer, ADMIN: organization.admin, OWNER: gateway.owner })[
      role
    ];

  test("the table has a line for every mutation of the schema", () => {
    const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));

    expect(Object.keys(CASES).sort()).toEqual(Object.keys(schema.getMutationType()!.getFields()).sort());
  });

  // The organization that all use goes last.
  const order = Object.entries(CASES as Record<string, Case>).sort(
    ([a], [b]) => Number(a === "deleteOrganization") - Number(b === "deleteOrganization"),
  );
  test.each(order)("%s", async (_name, { least, document, input }) => {
    for (const role of ROLES) {
      const variables = { input: await input({ gateway, organization }) };
      gateway.emulator.log.clear();

      const answer = await clientOf(role).query(document, variables as never);

      const isAllowed = ROLES.indexOf(role) >= ROLES.indexOf(least);
      expect([role, codesOf(answer)]).toEqual([role, isAllowed ? [] : ["FORBIDDEN"]]);
      if (isAllowed) continue;
      expect(answer.errors?.[0]?.message).toContain(least);
      expect(gateway.emulator.log.entries()).toEqual([]);
    }
  });

  test("a reader reads the connection and mailboxes of its organization but not its API keys", async () => {
    const other = await makeOrganization(gateway, { addresses: [] });

    const { data, errors } = await other.reader.query(operations.OrganizationWithAllDocument, { id: other.id });

    expect(data.organization).toMatchObject({ connections: { nodes: [{ name: "main" }] }, apiKeys: null });
    expect(errors).toMatchObject([{ path: ["organization", "apiKeys"], extensions: { code: "FORBIDDEN" } }]);
  });

  test("what a viewer may do is told by name", async () => {
    const other = await makeOrganization(gateway, { addresses: [] });
    const permissionsOf = async (role: "reader" | "writer" | "admin") =>
      (await other[role].data(operations.WhoAmIDocument, {})).viewer;

    expect(await permissionsOf("reader")).toMatchObject({ role: "READER", organization: { id: other.id } });
    expect((await permissionsOf("reader")).permissions).not.toContain("event:write");
    expect((await permissionsOf("writer")).permissions).toContain("event:write");
    expect((await permissionsOf("admin")).permissions).toContain("connection:manage");
    const { viewer } = await gateway.owner.data(operations.WhoAmIDocument, {});
    expect(viewer).toMatchObject({ role: "OWNER", organization: null });
    expect(viewer.permissions).toContain("server:manage");
  });
});
