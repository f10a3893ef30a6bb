/** What real use has shown of a connection; verifications are no use. */
export interface ConnectionHealth {
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  /** Microsoft's code of the last failure, or that of the Graph client where there was no answer. */
  readonly lastErrorCode: string | null;
  readonly lastErrorRequestId: string | null;
  /** Failures since the last success, of whichever mailbox. */
  readonly consecutiveFailures: number;
}
