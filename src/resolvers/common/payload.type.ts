import { Field, ID, ObjectType } from "type-graphql";
import { UserErrorType } from "./user-error.type.js";

/** What every mutation's payload has. */
@ObjectType({ simpleResolvers: true })
export abstract class PayloadType {
  @Field(() => [UserErrorType], { description: "Why nothing was done; empty when it was." })
  errors!: UserErrorType[];
}

/** What every deletion's payload has. */
@ObjectType({ simpleResolvers: true })
export abstract class DeletePayloadType extends PayloadType {
  @Field(() => ID, { nullable: true, description: "Id of what was deleted; null when nothing was." })
  deletedId!: string | null;
}
