import { IsOptional, Length } from "class-validator";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Whose mailbox is to be connected by its owner's sign-in." })
export class BeginMailboxAuthorizationInput {
  @Field(() => ID, { description: "A connection with the access DELEGATED." })
  connectionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "A mailbox of the connection. Its address must sign in, for the first time or again.",
  })
  mailboxId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Instead of a mailbox: the address that must sign in. It becomes a mailbox of the connection when it does.",
  })
  @IsOptional()
  @Length(3, 320, { message: "An address has 3 to 320 characters." })
  loginHint?: string | null;
}

@InputType({ description: "The mailbox whose sign-in is to be forgotten." })
export class DisconnectMailboxInput {
  @Field(() => ID, { description: "Which mailbox. Its tokens are erased here; the permission at Microsoft stays." })
  id!: string;
}

@InputType({ description: "The connection that an administrator is to approve." })
export class RequestAdminConsentInput {
  @Field(() => ID, { description: "Which connection." })
  connectionId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "True: an administrator of whichever tenant may approve, where the registration supports several. False: of the connection's own tenant.",
  })
  anyTenant!: boolean;
}
