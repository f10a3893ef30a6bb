export const CHANGE_TYPES = ["created", "updated", "deleted"] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

export const LIFECYCLE_EVENTS = ["reauthorizationRequired", "subscriptionRemoved", "missed"] as const;
export type LifecycleEvent = (typeof LIFECYCLE_EVENTS)[number];

/** What makes a subscription rich: notifications carry the resource, encrypted. */
export interface ResourceDataWish {
  /** Members to send, in their own spelling. */
  readonly select: readonly string[];
  /** `$filter` of the resource; what enters or leaves it counts as created or deleted. */
  readonly filter: string | undefined;
  /** Base64, as it was sent. */
  readonly certificate: string;
  readonly certificateId: string;
}

export interface SubscriptionRow {
  readonly id: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly creatorId: string;
  /** As it was sent. */
  readonly changeType: string;
  readonly changeTypes: ReadonlySet<ChangeType>;
  /** As it was sent. */
  readonly resource: string;
  readonly userId: string;
  /** Undefined for the default calendar, whichever that is. */
  readonly calendarId: string | undefined;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
  readonly clientState: string | null;
  readonly resourceData: ResourceDataWish | undefined;
  readonly tlsVersion: string;
  readonly notificationUrlAppId: string | null;
  /** The kind of ids in notifications, fixed when the subscription was made. */
  readonly immutableIds: boolean;
  /** Whether the app has proven since the last renewal that it may still read the resource. */
  readonly isReauthorized?: boolean;
}
