/** A customer of this gateway: the owner of connections, mailboxes and API keys. */
export interface Organization {
  readonly kind: "Organization";
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly emailDomains: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface OrganizationDraft {
  readonly name: string;
  readonly slug: string;
  readonly emailDomains: readonly string[];
}
