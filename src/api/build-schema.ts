import "reflect-metadata";
import { type GraphQLSchema, isAbstractType } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { ApiKeyResolver } from "../resolvers/api-key/api-key.resolver.js";
import { CalendarResolver } from "../resolvers/calendar/calendar.resolver.js";
import { ConnectionResolver } from "../resolvers/connection/connection.resolver.js";
import { EventResolver } from "../resolvers/event/event.resolver.js";
import { MailboxResolver } from "../resolvers/mailbox/mailbox.resolver.js";
import { NodeResolver } from "../resolvers/node/node.resolver.js";
import { OrganizationResolver } from "../resolvers/organization/organization.resolver.js";
import { ViewerResolver } from "../resolvers/viewer/viewer.resolver.js";
import type { Services } from "../services/create-services.js";

const RESOLVERS = [
  ViewerResolver,
  NodeResolver,
  OrganizationResolver,
  ConnectionResolver,
  MailboxResolver,
  CalendarResolver,
  EventResolver,
  ApiKeyResolver,
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
  });
  resolveTypesByKind(schema);
  return schema;
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
