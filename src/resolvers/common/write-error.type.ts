import { ObjectType } from "type-graphql";
import { UserErrorType } from "./user-error.type.js";

@ObjectType("IdempotencyMismatchError", {
  implements: UserErrorType,
  description: "The idempotency key was used with another mutation or input. A new write needs a new key.",
  simpleResolvers: true,
})
export class IdempotencyMismatchErrorType extends UserErrorType {
  override readonly kind = "IdempotencyMismatchError";
}

@ObjectType("OutcomeUnknownError", {
  implements: UserErrorType,
  description:
    "An earlier attempt with this idempotency key was interrupted, and nobody knows whether it was done. Nothing was done now. Look at the object before you repeat with a new key.",
  simpleResolvers: true,
})
export class OutcomeUnknownErrorType extends UserErrorType {
  override readonly kind = "OutcomeUnknownError";
}
