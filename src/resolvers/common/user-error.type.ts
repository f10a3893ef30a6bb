import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import { APP_ERROR_CODES, type AppErrorCode } from "../../lib/app-error.js";
import { OnlineMeetingProviderEnum } from "../event/event.enums.js";
import { graphqlEnum } from "./enums.js";
import { ERROR_CODES } from "./error-codes.table.js";

const MEANINGS = Object.fromEntries(APP_ERROR_CODES.map((code) => [code, ERROR_CODES[code].meaning])) as Readonly<
  Record<AppErrorCode, string>
>;

/** GraphQL's view of the closed list of codes; the list itself stands beside `AppError`. */
export const ErrorCodeEnum = graphqlEnum(
  "ErrorCode",
  "Machine code of an error, in `UserError.code` and in `extensions.code` of `errors`.",
  MEANINGS,
);

@InterfaceType("UserError", {
  description: "An expected failure of a mutation. Read `message`, or match the concrete type for its details.",
})
export abstract class UserErrorType {
  /** Name of the concrete GraphQL type, as with every object that stands behind an interface or union. */
  abstract readonly kind: string;

  @Field(() => ErrorCodeEnum, { description: "Machine code." })
  code!: AppErrorCode;

  @Field(() => String, { description: "What is wrong and what to change, in a sentence." })
  message!: string;

  @Field(() => [String], { description: "Path of the input field at fault, below `input`; empty for the whole input." })
  path!: readonly string[];
}

@ObjectType("InvalidInputError", {
  implements: UserErrorType,
  description: "A value of the input cannot be used.",
  simpleResolvers: true,
})
export class InvalidInputErrorType extends UserErrorType {
  override readonly kind = "InvalidInputError";
}

@ObjectType("NotFoundError", {
  implements: UserErrorType,
  description: "The object is not there, or is hidden from this API key.",
  simpleResolvers: true,
})
export class NotFoundErrorType extends UserErrorType {
  override readonly kind = "NotFoundError";
}

@ObjectType("OccurrenceGoneError", {
  implements: UserErrorType,
  description:
    "The occurrence is not there any more, or has another id since its series was changed. Read the series again.",
  simpleResolvers: true,
})
export class OccurrenceGoneErrorType extends UserErrorType {
  override readonly kind = "OccurrenceGoneError";
}

@ObjectType("ConflictError", {
  implements: UserErrorType,
  description: "Somebody changed the object since it was read, or a unique value is taken. Read it again, then repeat.",
  simpleResolvers: true,
})
export class ConflictErrorType extends UserErrorType {
  override readonly kind = "ConflictError";

  /** Global id of what the mutation was about, which \`current\` reads; absent where it named nothing. */
  readonly subjectId?: string;
}

@ObjectType("ThrottledError", {
  implements: UserErrorType,
  description: "Microsoft, or a limit of the gateway, asks to wait. The same call succeeds later.",
  simpleResolvers: true,
})
export class ThrottledErrorType extends UserErrorType {
  override readonly kind = "ThrottledError";

  @Field(() => Int, {
    nullable: true,
    description: "Milliseconds to wait before repeating, where they are known.",
  })
  retryAfterMs!: number | null;
}

/** What Microsoft said, of failures that are its own. */
@ObjectType({ simpleResolvers: true })
abstract class MicrosoftErrorType extends UserErrorType {
  @Field(() => Boolean, { description: "True when the same call may succeed later without a change." })
  retryable!: boolean;

  @Field(() => String, { nullable: true, description: "Microsoft's code: Graph's `code` or `AADSTS…`." })
  upstreamCode!: string | null;

  @Field(() => String, { nullable: true, description: "Microsoft's request id; its support asks for it." })
  upstreamRequestId!: string | null;

  @Field(() => String, { nullable: true, description: "A page that explains more." })
  helpUrl!: string | null;
}

@ObjectType("UpstreamError", {
  implements: UserErrorType,
  description: "The connection cannot be used, or Microsoft refused or failed.",
  simpleResolvers: true,
})
export class UpstreamErrorType extends MicrosoftErrorType {
  override readonly kind = "UpstreamError";
}

@ObjectType("MailboxNotReachableError", {
  implements: UserErrorType,
  description: "Microsoft has no mailbox in the cloud for this address.",
  simpleResolvers: true,
})
export class MailboxNotReachableErrorType extends MicrosoftErrorType {
  override readonly kind = "MailboxNotReachableError";
}

@ObjectType("ConsentMissingError", {
  implements: UserErrorType,
  description: "A permission lacks an administrator's consent, or a policy of Exchange keeps the mailbox out of reach.",
  simpleResolvers: true,
})
export class ConsentMissingErrorType extends MicrosoftErrorType {
  override readonly kind = "ConsentMissingError";
}

@ObjectType("OnlineMeetingUnavailableError", {
  implements: UserErrorType,
  description:
    "The event is no online meeting: its calendar does not allow the provider, then nothing was written; or Microsoft left the meeting out, then the payload has the event.",
  simpleResolvers: true,
})
export class OnlineMeetingUnavailableErrorType extends UserErrorType {
  override readonly kind = "OnlineMeetingUnavailableError";

  @Field(() => [OnlineMeetingProviderEnum], { description: "The providers that the calendar allows." })
  allowedProviders!: readonly string[];
}
