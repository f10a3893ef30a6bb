/** A calendar of a mailbox, as Graph tells of it. Members beyond the ids are null when Graph left them out. */
export interface Calendar {
  readonly kind: "Calendar";
  readonly mailboxId: string;
  readonly graphId: string;
  readonly name: string | null;
  readonly isDefault: boolean | null;
  readonly canEdit: boolean | null;
  readonly hexColor: string | null;
  readonly owner: { readonly name: string | null; readonly address: string | null } | null;
}
