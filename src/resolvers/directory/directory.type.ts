import { Field, ID, ObjectType } from "type-graphql";
import type {
  DirectoryGroup,
  DirectoryGroupKind,
  DirectoryMailboxHint,
  DirectoryUser,
} from "../../services/directory/directory.model.js";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import { PageInfoType } from "../common/relay.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { DirectoryGroupKindEnum, DirectoryMailboxHintEnum } from "./directory.enums.js";

@ObjectType("DirectoryUser", {
  description:
    "Somebody, or a room, in the directory of a connection's tenant. The calendars can be reached only when an administrator specifies the mailbox.",
  simpleResolvers: true,
})
export class DirectoryUserType implements DirectoryUser {
  @Field(() => ID, { description: "The object id at Microsoft, as `createMailboxes` takes it in `directoryUserIds`." })
  id!: string;

  @Field(() => String, { nullable: true, description: "The name." })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: "Primary SMTP address in lower case." })
  mail!: string | null;

  @Field(() => String, { nullable: true, description: "Sign-in name in lower case." })
  userPrincipalName!: string | null;

  @Field(() => [String], {
    description: "All addresses, the primary one first. Aliases are among them with the permission `User.Read.All`.",
  })
  addresses!: readonly string[];

  @Field(() => Boolean, { description: "True for a guest, whose mailbox is in another tenant." })
  isGuest!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether the account may sign in; rooms and shared mailboxes usually may not. Null without the permission `User.Read.All`.",
  })
  isEnabled!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is a room. Null without the permission `Place.Read.All`.",
  })
  isRoom!: boolean | null;

  @Field(() => DirectoryMailboxHintEnum, { description: "What the directory says about the mailbox." })
  mailboxHint!: DirectoryMailboxHint;

  @Field(() => MailboxType, { nullable: true, description: "The mailbox of this connection, when it is specified." })
  mailbox!: Mailbox | null;
}

@ObjectType("DirectoryGroup", {
  description: "A group in the directory of a connection's tenant.",
  simpleResolvers: true,
})
export class DirectoryGroupType implements DirectoryGroup {
  readonly connectionId!: string;

  @Field(() => ID, { description: "The object id at Microsoft, as `createMailboxes` takes it in `fromGroup`." })
  id!: string;

  @Field(() => String, { nullable: true, description: "The name." })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: "Its address in lower case; null for groups without." })
  mail!: string | null;

  @Field(() => String, { nullable: true, description: "What its owners say of it." })
  description!: string | null;

  @Field(() => DirectoryGroupKindEnum, { description: "What kind of group it is." })
  groupKind!: DirectoryGroupKind;
}

/** A page that Microsoft made: it has an end to go on from, and no cursor for each item. */
@ObjectType({ simpleResolvers: true })
abstract class DirectoryPageType {
  @Field(() => PageInfoType, { description: "Whether there is more, and the cursor to go on from." })
  pageInfo!: PageInfoType;
}

@ObjectType("DirectoryUserPage", { description: "A page of people and rooms of the directory.", simpleResolvers: true })
export class DirectoryUserPageType extends DirectoryPageType {
  @Field(() => [DirectoryUserType], { description: "The people and rooms." })
  nodes!: readonly DirectoryUser[];
}

@ObjectType("DirectoryGroupPage", { description: "A page of groups of the directory.", simpleResolvers: true })
export class DirectoryGroupPageType extends DirectoryPageType {
  @Field(() => [DirectoryGroupType], { description: "The groups." })
  nodes!: readonly DirectoryGroup[];
}
