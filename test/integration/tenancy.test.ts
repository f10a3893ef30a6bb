import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  DEMO_TENANT_ID,
  DEMO_USERS,
  GATEWAY_APP,
  SECOND_GATEWAY_APP,
  SECOND_TENANT_ID,
  SECOND_TENANT_INES,
} from "../../emulator/seed/demo-ids.js";
import {
  attachmentGlobalId,
  mailboxObjectGlobalId,
  parseMailboxObjectGlobalId,
  parseRowGlobalId,
} from "../../src/resolvers/common/global-id.js";
import { attach, someBytes } from "../kit/attachments.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import * as operations from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf, outcome, UNKNOWN_ROW } from "../kit/outcome.js";
import { allowSettings } from "../kit/settings.js";
import type { GraphQLAnswer, TestClient } from "../kit/test-client.js";
import { weekAround } from "../kit/week.js";

/** One id of each kind. */
interface Ids {
  readonly organization: string;
  readonly connection: string;
  readonly credential: string;
  readonly mailbox: string;
  readonly apiKey: string;
  readonly calendar: string;
  readonly event: string;
  readonly attachment: string;
  readonly verification: string;
  readonly calendarGroup: string;
  readonly permission: string;
  readonly invitation: string;
  readonly category: string;
}

const UNKNOWN: Ids = {
  organization: `org_${UNKNOWN_ROW}`,
  connection: `con_${UNKNOWN_ROW}`,
  credential: `crd_${UNKNOWN_ROW}`,
  mailbox: `mbx_${UNKNOWN_ROW}`,
  apiKey: `key_${UNKNOWN_ROW}`,
  calendar: mailboxObjectGlobalId("Calendar", { mailboxId: UNKNOWN_ROW, graphId: "AAMkunknown" }),
  event: mailboxObjectGlobalId("Event", { mailboxId: UNKNOWN_ROW, graphId: "AAMkunknown" }),
  attachment: attachmentGlobalId({ mailboxId: UNKNOWN_ROW, eventGraphId: "AAMkunknown", graphId: "AAMkunknown" }),
  verification: `ver_${UNKNOWN_ROW}`,
  calendarGroup: mailboxObjectGlobalId("CalendarGroup", { mailboxId: UNKNOWN_ROW, graphId: "AAMkunknown" }),
  permission: mailboxObjectGlobalId("CalendarPermission", {
    mailboxId: UNKNOWN_ROW,
    graphId: "AAMkunknown|RGVmYXVsdA==",
  }),
  invitation: `inv_${UNKNOWN_ROW}`,
  category: mailboxObjectGlobalId("Category", { mailboxId: UNKNOWN_ROW, graphId: "unknown" }),
};

const REGISTRATION = { tenantId: DEMO_TENANT_ID, ...GATEWAY_APP };

const WEEK = weekAround(Date.now());

/** An operation with ids of an organization in it. */
type Case = readonly [name: string, ask: (client: TestClient, ids: Ids) => Promise<GraphQLAnswer<object>>];

function asks<Data extends object, Variables>(
  name: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: (ids: Ids) => Variables,
): Case {
  return [name, (client, ids) => client.query(document, variables(ids))];
}

const CASES: readonly Case[] = [
  asks("organization", operations.OrganizationByIdDocument, (ids) => ({ id: ids.organization })),
  asks("all of an organization", operations.OrganizationWithAllDocument, (ids) => ({ id: ids.organization })),
  asks("connection", operations.ConnectionByIdDocument, (ids) => ({ id: ids.connection })),
  asks("life of a connection", operations.ConnectionLifeDocument, (ids) => ({ id: ids.connection })),
  asks("verification", operations.VerificationByIdDocument, (ids) => ({ id: ids.verification })),
  asks("mailbox", operations.MailboxByIdDocument, (ids) => ({ id: ids.mailbox })),
  asks("calendars of a mailbox", operations.CalendarsOfMailboxDocument, (ids) => ({ id: ids.mailbox })),
  asks("view of a mailbox", operations.SubjectsOnlyDocument, (ids) => ({ id: ids.mailbox, ...WEEK })),
  asks("view of a calendar", operations.ViewOfCalendarDocument, (ids) => ({ id: ids.calendar, ...WEEK })),
  asks("series of a mailbox", operations.SeriesOfMailboxDocument, (ids) => ({ id: ids.mailbox })),
  asks("series of a calendar", operations.SeriesOfCalendarDocument, (ids) => ({ id: ids.calendar })),
  asks("instances of a series", operations.SeriesInstancesDocument, (ids) => ({ id: ids.event, ...WEEK })),
  asks("changes of a series", operations.SeriesChangesDocument, (ids) => ({ id: ids.event })),
  asks("view of an organization", operations.OrganizationViewDocument, (ids) => ({ id: ids.organization, ...WEEK })),
  asks("meetings of an organization", operations.MeetingsDocument, (ids) => ({ id: ids.organization, ...WEEK })),
  asks("event", operations.EventByIdDocument, (ids) => ({ id: ids.event })),
  asks("attachment", operations.AttachmentByIdDocument, (ids) => ({ id: ids.attachment })),
  ...(Object.keys(UNKNOWN) as (keyof Ids)[]).map((kind) =>
    asks(`node of kind ${kind}`, operations.NodeOfDocument, (ids) => ({ id: ids[kind] })),
  ),
  asks("nodes", operations.NodesOfDocument, (ids) => ({ ids: Object.values(ids) })),
  asks("updateOrganization", operations.UpdateOrganizationDocument, (ids) => ({
    input: { id: ids.organization, name: "Taken over" },
  })),
  asks("deleteOrganization", operations.DeleteOrganizationDocument, (ids) => ({ input: { id: ids.organization } })),
  asks("createConnection", operations.CreateConnectionDocument, (ids) => ({
    input: {
      organizationId: ids.organization,
      name: "theirs",
      tenantId: SECOND_TENANT_ID,
      clientId: SECOND_GATEWAY_APP.clientId,
    },
  })),
  asks("updateConnection", operations.UpdateConnectionDocument, (ids) => ({
    input: { id: ids.connection, isEnabled: false },
  })),
  asks("verifyConnection", operations.VerifyConnectionDocument, (ids) => ({ input: { id: ids.connection } })),
  asks("deleteConnection", operations.DeleteConnectionDocument, (ids) => ({ input: { id: ids.connection } })),
  asks("addCredential", operations.AddCredentialDocument, (ids) => ({
    input: { connectionId: ids.connection, clientSecret: SECOND_GATEWAY_APP.clientSecret },
  })),
  asks("generateCertificate", operations.GenerateCertificateDocument, (ids) => ({
    input: { connectionId: ids.connection },
  })),
  asks("promoteCredential", operations.PromoteCredentialDocument, (ids) => ({ input: { id: ids.credential } })),
  asks("retireCredential", operations.RetireCredentialDocument, (ids) => ({ input: { id: ids.credential } })),
  asks("credentials of a connection", operations.CredentialsOfDocument, (ids) => ({ id: ids.connection })),
  asks("createMailbox", operations.CreateMailboxDocument, (ids) => ({
    input: { connectionId: ids.connection, address: DEMO_USERS.hana.address },
  })),
  asks("updateMailbox", operations.UpdateMailboxDocument, (ids) => ({
    input: { id: ids.mailbox, displayName: "Mine" },
  })),
  asks("deleteMailbox", operations.DeleteMailboxDocument, (ids) => ({ input: { id: ids.mailbox } })),
  asks("createInvitation", operations.CreateInvitationDocument, (ids) => ({
    input: { connectionId: ids.connection, address: DEMO_USERS.hana.address },
  })),
  asks("createInvitations", operations.CreateInvitationsDocument, (ids) => ({
    input: { connectionId: ids.connection, invitations: [{ address: DEMO_USERS.hana.address }] },
  })),
  asks("resendInvitation", operations.ResendInvitationDocument, (ids) => ({ input: { id: ids.invitation } })),
  asks("revokeInvitation", operations.RevokeInvitationDocument, (ids) => ({ input: { id: ids.invitation } })),
  asks("invitations of a connection", operations.InvitationsOfDocument, (ids) => ({ id: ids.connection })),
  asks("invitation of a mailbox", operations.InvitationOfMailboxDocument, (ids) => ({ id: ids.mailbox })),
  asks("createMailboxes", operations.CreateMailboxesDocument, (ids) => ({
    input: { connectionId: ids.connection, mailboxes: [{ address: DEMO_USERS.hana.address }] },
  })),
  asks("refreshMailbox", operations.RefreshMailboxDocument, (ids) => ({ input: { id: ids.mailbox } })),
  asks("addresses of a mailbox", operations.AddressesOfMailboxDocument, (ids) => ({ id: ids.mailbox })),
  asks("people of the directory", operations.DirectoryUsersDocument, (ids) => ({
    connectionId: ids.connection,
    search: "Ines",
  })),
  asks("groups of the directory", operations.DirectoryGroupsDocument, (ids) => ({
    connectionId: ids.connection,
    search: "Engineering",
  })),
  asks("createApiKey", operations.CreateApiKeyDocument, (ids) => ({
    input: { organizationId: ids.organization, name: "theirs", role: "READER" as const },
  })),
  asks("updateApiKey", operations.UpdateApiKeyDocument, (ids) => ({ input: { id: ids.apiKey, name: "Mine" } })),
  asks("revokeApiKey", operations.RevokeApiKeyDocument, (ids) => ({ input: { id: ids.apiKey } })),
  asks("deleteApiKey", operations.DeleteApiKeyDocument, (ids) => ({ input: { id: ids.apiKey } })),
  asks("createEvent", operations.CreateEventDocument, (ids) => ({ input: eventInput({ mailboxIds: [ids.mailbox] }) })),
  asks("createEvent in a calendar", operations.CreateEventDocument, (ids) => ({
    input: eventInput({ mailboxIds: [ids.mailbox] }, { calendarId: ids.calendar }),
  })),
  asks("updateEvent", operations.UpdateEventDocument, (ids) => ({ input: { id: ids.event, subject: "Mine" } })),
  asks("deleteAttachment", operations.DeleteAttachmentDocument, (ids) => ({ input: { id: ids.attachment } })),
  asks("updateEvent with following ones", operations.UpdateSeriesDocument, (ids) => ({
    input: { id: ids.event, scope: "THIS_AND_FOLLOWING" as const, subject: "Mine" },
  })),
  asks("deleteEvent of a series", operations.DeleteEventDocument, (ids) => ({
    input: { id: ids.event, scope: "ALL" as const },
  })),
  asks("deleteEvent", operations.DeleteEventDocument, (ids) => ({ input: { id: ids.event } })),
  asks("cancelEvent", operations.CancelEventDocument, (ids) => ({ input: { id: ids.event } })),
  asks("respondToEvent", operations.RespondToEventDocument, (ids) => ({
    input: { id: ids.event, response: "ACCEPT" as const },
  })),
  asks("forwardEvent", operations.ForwardEventDocument, (ids) => ({
    input: { id: ids.event, to: [{ address: DEMO_USERS.hana.address }] },
  })),
  asks("snoozeReminder", operations.SnoozeReminderDocument, (ids) => ({
    input: { id: ids.event, until: "2090-01-01T00:00:00Z" },
  })),
  asks("dismissReminder", operations.DismissReminderDocument, (ids) => ({ input: { id: ids.event } })),
  asks("addAttendees", operations.AddAttendeesDocument, (ids) => ({
    input: { id: ids.event, attendees: [{ address: DEMO_USERS.hana.address }] },
  })),
  asks("removeAttendees", operations.RemoveAttendeesDocument, (ids) => ({
    input: { id: ids.event, addresses: [DEMO_USERS.hana.address] },
  })),
  asks("updateAttendee", operations.UpdateAttendeeDocument, (ids) => ({
    input: { id: ids.event, address: DEMO_USERS.hana.address, type: "OPTIONAL" as const },
  })),
  asks("moveEvent", operations.MoveEventDocument, (ids) => ({ input: { id: ids.event, calendarId: ids.calendar } })),
  asks("calendar groups of a mailbox", operations.GroupsOfMailboxDocument, (ids) => ({ id: ids.mailbox })),
  asks("permissions of a calendar", operations.CalendarByIdDocument, (ids) => ({ id: ids.calendar })),
  asks("createCalendar", operations.CreateCalendarDocument, (ids) => ({
    input: { mailboxId: ids.mailbox, name: "Mine" },
  })),
  asks("createCalendar in a group", operations.CreateCalendarDocument, (ids) => ({
    input: { mailboxId: ids.mailbox, groupId: ids.calendarGroup, name: "Mine" },
  })),
  asks("updateCalendar", operations.UpdateCalendarDocument, (ids) => ({ input: { id: ids.calendar, name: "Mine" } })),
  asks("deleteCalendar", operations.DeleteCalendarDocument, (ids) => ({ input: { id: ids.calendar } })),
  asks("createCalendarGroup", operations.CreateCalendarGroupDocument, (ids) => ({
    input: { mailboxId: ids.mailbox, name: "Mine" },
  })),
  asks("renameCalendarGroup", operations.RenameCalendarGroupDocument, (ids) => ({
    input: { id: ids.calendarGroup, name: "Mine" },
  })),
  asks("deleteCalendarGroup", operations.DeleteCalendarGroupDocument, (ids) => ({ input: { id: ids.calendarGroup } })),
  asks("shareCalendar", operations.ShareCalendarDocument, (ids) => ({
    input: { calendarId: ids.calendar, address: DEMO_USERS.hana.address, role: "READ" as const },
  })),
  asks("updateCalendarPermission", operations.UpdateCalendarPermissionDocument, (ids) => ({
    input: { id: ids.permission, role: "READ" as const },
  })),
  asks("removeCalendarPermission", operations.RemoveCalendarPermissionDocument, (ids) => ({
    input: { id: ids.permission },
  })),
  asks("settings of a mailbox", operations.SettingsOfMailboxDocument, (ids) => ({ id: ids.mailbox })),
  asks("capabilities of a mailbox", operations.CapabilitiesOfMailboxDocument, (ids) => ({ id: ids.mailbox })),
  asks("categories of a mailbox", operations.CategoriesOfMailboxDocument, (ids) => ({ id: ids.mailbox })),
  asks("updateMailboxSettings", operations.UpdateMailboxSettingsDocument, (ids) => ({
    input: { mailboxId: ids.mailbox, timeZone: "Asia/Tokyo" },
  })),
  asks("createCategory", operations.CreateCategoryDocument, (ids) => ({
    input: { mailboxId: ids.mailbox, displayName: "Mine" },
  })),
  asks("updateCategory", operations.UpdateCategoryDocument, (ids) => ({
    input: { id: ids.category, color: "RED" as const },
  })),
  asks("deleteCategory", operations.DeleteCategoryDocument, (ids) => ({ input: { id: ids.category } })),
];

describe("two organizations with the same mailbox address", () => {
  let gateway: TestGateway;
  let first: TestOrganization;
  let second: TestOrganization;
  /** Ids of the first organization, which the second one has got hold of. */
  let ids: Ids;

  beforeAll(async () => {
    gateway = await startGateway();
    first = await makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address] });
    allowSettings(gateway, GATEWAY_APP);
    second = await makeOrganization(gateway, {
      tenantId: SECOND_TENANT_ID,
      app: SECOND_GATEWAY_APP,
      addresses: [SECOND_TENANT_INES.address],
    });
    const [mailbox = ""] = first.mailboxIds;
    const { organization } = await first.admin.data(operations.OrganizationWithAllDocument, { id: first.id });
    const { connection } = await first.admin.data(operations.CredentialsOfDocument, { id: first.connectionId });
    const calendars = await first.reader.data(operations.CalendarsOfMailboxDocument, { id: mailbox });
    const signIn = await first.admin.data(operations.CreateConnectionDocument, {
      input: { organizationId: first.id, name: "people", cloud: "EMULATOR", access: "DELEGATED", ...REGISTRATION },
    });
    const { createInvitation } = await first.admin.data(operations.CreateInvitationDocument, {
      input: { connectionId: signIn.createConnection.connection!.id, address: DEMO_USERS.hana.address },
    });
    const { verifyConnection } = await first.admin.data(operations.VerifyConnectionDocument, {
      input: { id: first.connectionId },
    });
    const event = (await makeEvent(first)).id;
    const groups = await first.reader.data(operations.GroupsOfMailboxDocument, { id: mailbox });
    const calendar = calendars.mailbox!.calendars!.nodes[0]!.id;
    const { node } = await first.reader.data(operations.CalendarByIdDocument, { id: calendar });
    const permissions = node as unknown as { permissions: { nodes: { id: string }[] } };
    const { createCategory } = await first.writer.data(operations.CreateCategoryDocument, {
      input: { mailboxId: mailbox, displayName: "Theirs" },
    });
    ids = {
      organization: first.id,
      connection: first.connectionId,
      credential: connection!.credential!.id,
      mailbox,
      apiKey: organization!.apiKeys!.nodes[0]!.id,
      event,
      attachment: (await attach(first.writer, event, someBytes(5))).attachment.id,
      calendar,
      verification: verifyConnection.verification!.id,
      calendarGroup: groups.mailbox!.calendarGroups!.nodes[0]!.id,
      permission: permissions.permissions.nodes[0]!.id,
      invitation: createInvitation.invitation!.id,
      category: createCategory.category!.id,
    };
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  test("each key sees its own tenant's mailbox of that address, with the token of its own registration [demand 17]", async () => {
    const subjectsOf = async ({ reader, mailboxIds }: TestOrganization) => {
      const { mailbox } = await reader.data(operations.SubjectsOnlyDocument, { id: mailboxIds[0]!, ...WEEK });
      return mailbox!.calendarView!.nodes.map(({ subject }) => subject);
    };

    const [inFirst, inSecond] = [await subjectsOf(first), await subjectsOf(second)];

    expect(inFirst).toContain("Leadership meeting");
    expect(inFirst).not.toContain("Brackwater board call");
    expect(inSecond).toEqual(["Brackwater board call"]);
    const views = gateway.emulator.log.entries({ service: "graph", pathEnd: "/calendarView" });
    expect(views.map(({ tenantId }) => tenantId).at(-1)).toBe(SECOND_TENANT_ID);
  });

  test("each key lists its own organization, and only the owner lists both", async () => {
    const idsFor = async (client: TestClient) =>
      (await client.data(operations.OrganizationsDocument, {})).organizations.nodes.map(({ id }) => id);

    expect(await idsFor(first.reader)).toEqual([first.id]);
    expect(await idsFor(second.admin)).toEqual([second.id]);
    expect(await idsFor(gateway.owner)).toEqual([first.id, second.id]);
  });

  test("the other organization's slug is answered like one that nobody has", async () => {
    const ask = async (slug: string) =>
      outcome(await second.admin.query(operations.OrganizationByIdDocument, { slug }));
    const { organization } = await first.reader.data(operations.OrganizationByIdDocument, { id: first.id });

    const answer = await ask(organization!.slug);

    expect(answer).toEqual(await ask("nobody-has-this"));
    expect(answer.errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  });

  describe("another organization's id is answered exactly like one that does not exist [demand part 2, global ids]", () => {
    test.each(CASES)("%s", async (_name, ask) => {
      const foreign = await ask(second.admin, ids);
      const unknown = await ask(second.admin, UNKNOWN);

      expect(outcome(foreign)).toEqual(outcome(unknown));
      expect(new Set(codesOf(foreign))).toEqual(new Set(["NOT_FOUND"]));
      expect(gateway.emulator.log.entries()).toEqual([]);
    });

    test("nothing of the first organization has changed", async () => {
      const { organization } = await first.admin.data(operations.OrganizationWithAllDocument, { id: first.id });
      const { connection } = await first.admin.data(operations.ConnectionByIdDocument, { id: first.connectionId });

      expect(organization!.connections!.nodes.map(({ name }) => name)).toEqual(["main", "people"]);
      expect(organization!.mailboxes!.nodes.map(({ address }) => address)).toEqual([
        DEMO_USERS.ines.address,
        DEMO_USERS.hana.address,
      ]);
      expect(organization!.apiKeys!.nodes.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(3);
      expect(connection!.state).not.toBe("DISABLED");
    });

    test("a foreign event's id packed with a mailbox of one's own finds nothing either", async () => {
      const { graphId } = parseMailboxObjectGlobalId("Event", ids.event);
      const mailboxId = parseRowGlobalId("Mailbox", second.mailboxIds[0]!);
      const id = mailboxObjectGlobalId("Event", { mailboxId, graphId });

      const read = await second.admin.query(operations.EventByIdDocument, { id });
      const deletion = await second.writer.query(operations.DeleteEventDocument, { input: { id } });

      expect(codesOf(read)).toEqual(["NOT_FOUND"]);
      expect(codesOf(deletion)).toEqual(["NOT_FOUND"]);
      const asked = gateway.emulator.log.entries({ service: "graph" }).map(({ tenantId }) => tenantId);
      expect(new Set(asked)).toEqual(new Set([SECOND_TENANT_ID]));
      const { node } = await first.reader.data(operations.EventByIdDocument, { id: ids.event });
      expect(node).toMatchObject({ subject: "Planning" });
    });

    test.each([
      ["a mailbox", (of: Ids) => ({ mailboxIds: [of.mailbox] })],
      ["a mailbox beside one's own", (of: Ids) => ({ mailboxIds: [second.mailboxIds[0]!, of.mailbox] })],
      ["a connection", (of: Ids) => ({ connectionId: of.connection })],
    ])("%s cannot be named in a view of one's own organization, not even by the owner", async (_name, chosen) => {
      for (const client of [second.reader, gateway.owner]) {
        const ask = (of: Ids) =>
          client.query(operations.OrganizationViewDocument, { id: second.id, ...WEEK, ...chosen(of) });
        const foreign = await ask(ids);

        expect(outcome(foreign)).toEqual(outcome(await ask(UNKNOWN)));
        expect(codesOf(foreign)).toEqual(["NOT_FOUND"]);
        expect(gateway.emulator.log.entries()).toEqual([]);
      }
    });

    test("a mailbox of another connection cannot be named when verifying", async () => {
      const verify = async (mailboxId: string) =>
        outcome(
          await second.admin.query(operations.VerifyConnectionDocument, {
            input: { id: second.connectionId, mailboxId },
          }),
        );

      expect(await verify(ids.mailbox)).toEqual(await verify(UNKNOWN.mailbox));
      expect(gateway.emulator.log.entries()).toEqual([]);
    });
  });
});
