/** A message to one person. */
export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for every attempt at one message, so that mail servers can tell a repetition. */
  readonly reference: string;
}

/** How an attempt ended. `fault` is a sentence of ours that holds nothing of what the server said but its number. */
export type MailOutcome =
  | { readonly kind: "sent" }
  /** For good: the same message would be refused again. */
  | { readonly kind: "refused"; readonly fault: string }
  /** For now. */
  | { readonly kind: "failed"; readonly fault: string };

/** Hands messages to a mail server. Never rejects. */
export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
  /** Ends connections; a message that is being handed over fails. */
  close(): void;
}
