import type { SubscriptionRow } from "../../core/subscription.model.js";
import { utcText } from "../../core/zoned-time.js";
import { badRequest } from "../graph-failure.js";
import { complex, type EntityType, primitive } from "../odata/entity-type.js";

export const subscriptionType: EntityType<SubscriptionRow> = {
  members: {
    id: primitive(({ id }) => id),
    resource: primitive(({ resource }) => resource),
    applicationId: primitive(({ appId }) => appId),
    changeType: primitive(({ changeType }) => changeType),
    clientState: primitive(({ clientState }) => clientState),
    notificationUrl: primitive(({ notificationUrl }) => notificationUrl),
    notificationQueryOptions: complex(() => null),
    lifecycleNotificationUrl: primitive(({ lifecycleNotificationUrl }) => lifecycleNotificationUrl),
    expirationDateTime: primitive(({ expiresAt }) => utcText(expiresAt, true)),
    creatorId: primitive(({ creatorId }) => creatorId),
    includeResourceData: primitive(({ resourceData }) => resourceData !== undefined),
    latestSupportedTlsVersion: primitive(({ tlsVersion }) => tlsVersion),
    encryptionCertificate: primitive(({ resourceData }) => resourceData?.certificate ?? null),
    encryptionCertificateId: primitive(({ resourceData }) => resourceData?.certificateId ?? null),
    notificationUrlAppId: primitive(({ notificationUrlAppId }) => notificationUrlAppId),
  },
  always: ["id"],
  unknownMember: (name) =>
    badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.subscription'.`),
};
