import "reflect-metadata";
import { defaultFieldResolver, type GraphQLSchema, isAbstractType } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { ApiKeyResolver } from "../resolvers/api-key/api-key.resolver.js";
import { AttachmentResolver, EventAttachmentsResolver } from "../resolvers/attachment/attachment.resolver.js";
import { AuthorizationResolver } from "../resolvers/authorization/authorization.resolver.js";
import { AdminConsentResolver, MailboxSignInResolver } from "../resolvers/authorization/mailbox-sign-in.resolver.js";
import { CalendarResolver } from "../resolvers/calendar/calendar.resolver.js";
import { CalendarWriteResolver } from "../resolvers/calendar/calendar-write.resolver.js";
import { CalendarGroupResolver, GroupsOfMailboxResolver } from "../resolvers/calendar-group/calendar-group.resolver.js";
import { CategoriesOfMailboxResolver, CategoryResolver } from "../resolvers/category/category.resolver.js";
import type { RequestContext } from "../resolvers/common/request-context.js";
import { ConnectionResolver } from "../resolvers/connection/connection.resolver.js";
import {
  ConnectionEventResolver,
  ConnectionLifeResolver,
  VerificationResolver,
} from "../resolvers/connection/connection-life.resolver.js";
import {
  ConnectionCredentialsResolver,
  ConnectionWarningResolver,
} from "../resolvers/credential/connection-credentials.resolver.js";
import { CredentialResolver } from "../resolvers/credential/credential.resolver.js";
import { DirectoryGroupResolver, DirectoryResolver } from "../resolvers/directory/directory.resolver.js";
import { ErrorExplanationResolver } from "../resolvers/error-explanation/error-explanation.resolver.js";
import { EventResolver } from "../resolvers/event/event.resolver.js";
import { EventConnectionResolver } from "../resolvers/event/event-connection.resolver.js";
import { EventPartsResolver } from "../resolvers/event/event-parts.resolver.js";
import {
  CalendarSeriesResolver,
  EventSeriesResolver,
  MailboxSeriesResolver,
  RecurrenceResolver,
} from "../resolvers/event/event-series.resolver.js";
import { AllDayResolver, TimedResolver } from "../resolvers/event/event-time.resolver.js";
import { MeetingCopyResolver, MeetingResolver } from "../resolvers/event/meeting.resolver.js";
import {
  MeetingConnectionResolver,
  OrganizationEventConnectionResolver,
  OrganizationViewResolver,
} from "../resolvers/event/organization-view.resolver.js";
import { AttendeeResolver } from "../resolvers/event-action/attendee.resolver.js";
import { EventActionResolver } from "../resolvers/event-action/event-action.resolver.js";
import { ReminderResolver } from "../resolvers/event-action/reminder.resolver.js";
import { GuideResolver } from "../resolvers/guide/guide.resolver.js";
import {
  ConnectionInvitationsResolver,
  InvitationResolver,
  MailboxInvitationResolver,
} from "../resolvers/invitation/invitation.resolver.js";
import { LimitsResolver } from "../resolvers/limits/limits.resolver.js";
import { MailboxResolver } from "../resolvers/mailbox/mailbox.resolver.js";
import { MailboxImportResolver } from "../resolvers/mailbox/mailbox-import.resolver.js";
import {
  MailboxSettingsResolver,
  WorkingHoursOfSettingsResolver,
} from "../resolvers/mailbox-settings/mailbox-settings.resolver.js";
import { ConflictErrorResolver } from "../resolvers/node/conflict-error.resolver.js";
import { NodeResolver } from "../resolvers/node/node.resolver.js";
import { OrganizationResolver } from "../resolvers/organization/organization.resolver.js";
import { RoomResolver, RoomsOfConnectionResolver } from "../resolvers/room/room.resolver.js";
import {
  MeetingPersonResolver,
  MeetingRoomResolver,
  MeetingTimesResolver,
} from "../resolvers/schedule/meeting-times.resolver.js";
import {
  ScheduleOfMailboxResolver,
  ScheduleResolver,
  SchedulesOfOrganizationResolver,
} from "../resolvers/schedule/schedule.resolver.js";
import { CalendarPermissionResolver, PermissionsOfCalendarResolver } from "../resolvers/sharing/sharing.resolver.js";
import { ViewerResolver } from "../resolvers/viewer/viewer.resolver.js";
import type { Services } from "../services/create-services.js";
import { addIdempotencyKeys } from "./idempotency/idempotency-key-field.js";
import { makeMutationsIdempotent } from "./idempotency/idempotent-mutations.js";

const RESOLVERS = [
  ViewerResolver,
  NodeResolver,
  ConflictErrorResolver,
  OrganizationResolver,
  ConnectionResolver,
  ConnectionLifeResolver,
  ConnectionEventResolver,
  VerificationResolver,
  CredentialResolver,
  ConnectionCredentialsResolver,
  ConnectionWarningResolver,
  GuideResolver,
  ErrorExplanationResolver,
  MailboxResolver,
  MailboxImportResolver,
  MailboxSettingsResolver,
  WorkingHoursOfSettingsResolver,
  DirectoryResolver,
  DirectoryGroupResolver,
  AuthorizationResolver,
  MailboxSignInResolver,
  AdminConsentResolver,
  InvitationResolver,
  ConnectionInvitationsResolver,
  MailboxInvitationResolver,
  CalendarResolver,
  EventResolver,
  EventConnectionResolver,
  EventPartsResolver,
  EventAttachmentsResolver,
  AttachmentResolver,
  TimedResolver,
  AllDayResolver,
  ApiKeyResolver,
  EventActionResolver,
  ReminderResolver,
  AttendeeResolver,
  CalendarWriteResolver,
  CalendarGroupResolver,
  GroupsOfMailboxResolver,
  CalendarPermissionResolver,
  PermissionsOfCalendarResolver,
  OrganizationViewResolver,
  OrganizationEventConnectionResolver,
  MeetingConnectionResolver,
  MeetingResolver,
  MeetingCopyResolver,
  LimitsResolver,
  SchedulesOfOrganizationResolver,
  ScheduleOfMailboxResolver,
  ScheduleResolver,
  MeetingTimesResolver,
  MeetingPersonResolver,
  MeetingRoomResolver,
  RoomsOfConnectionResolver,
  RoomResolver,
  EventSeriesResolver,
  RecurrenceResolver,
  CalendarSeriesResolver,
  MailboxSeriesResolver,
  CategoryResolver,
  CategoriesOfMailboxResolver,
] as const;

/** The schema with its resolvers over the services. */
export function buildGatewaySchema(services: Services, maxPageSize: number): GraphQLSchema {
  const deps = { ...services, maxPageSize };
  const instances = new Map<unknown, object>(RESOLVERS.map((Class) => [Class, new Class(deps)]));
  const schema = buildSchemaSync({
    resolvers: [...RESOLVERS],
    container: { get: (Class) => instances.get(Class) },
    // Inputs are checked in `settle`, so that their faults reach the payload and not the answer's errors.
    validate: false,
    // It checks by answering a whole introspection, at every start; Apollo checks the same schema, and so do the tests.
    skipCheck: true,
  });
  describeRoots(schema);
  resolveTypesByKind(schema);
  readAfterWrite(schema);
  addIdempotencyKeys(schema);
  makeMutationsIdempotent(schema, services.idempotency);
  return schema;
}

/** type-graphql has no place for these descriptions. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = "What can be read. What is hidden from the API key is as if it were not there.";
  if (mutation) mutation.description = "What can be changed. Failures to act on are in each payload's `errors`.";
}

/**
 * Every value behind an interface or union says in `kind` which type it is. type-graphql's own way is a promise for each
 * value, which compiled execution does not take and interpreted execution pays for.
 */
function resolveTypesByKind(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { readonly kind: string }) => value.kind;
  }
}

/** The mutations of one request run one after the other: what was read after one must not answer for the next. */
function readAfterWrite(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (root, args, context: RequestContext, info) => {
      context.loaders.clearAll();
      return resolve(root, args, context, info);
    };
  }
}
