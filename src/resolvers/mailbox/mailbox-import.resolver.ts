import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import type { MailboxIdentityService } from "../../services/mailboxes/mailbox-identity.service.js";
import type {
  MailboxImportService,
  MailboxRowOutcome,
  MailboxRowResult,
} from "../../services/mailboxes/mailbox-import.service.js";
import type { MailboxSource } from "../../services/mailboxes/mailbox-sources.js";
import { parseRowGlobalId } from "../common/global-id.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { CreateMailboxesInput, DeleteMailboxesInput, RefreshMailboxInput } from "./mailbox.input.js";
import { CreateMailboxesPayload, DeleteMailboxesPayload, RefreshMailboxPayload } from "./mailbox.payload.js";
import { MailboxType } from "./mailbox.type.js";

/** Specifying many mailboxes, and whose they are. */
@Resolver(() => MailboxType)
export class MailboxImportResolver {
  constructor(
    private readonly deps: {
      readonly mailboxImport: MailboxImportService;
      readonly mailboxIdentity: MailboxIdentityService;
    },
  ) {}

  @Mutation(() => CreateMailboxesPayload, {
    description:
      "Specifies many mailboxes for a connection. Each row has its own outcome, and the good ones are stored together; to repeat a call changes nothing. Needs an ADMIN key.",
  })
  async createMailboxes(
    @Arg("input", () => CreateMailboxesInput, { description: "The mailboxes." }) input: CreateMailboxesInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<CreateMailboxesPayload> {
    const { value, errors } = await settle(input, () => {
      const connectionId = parseRowGlobalId("ConnectionConfig", input.connectionId, ["connectionId"]);
      const asked = { connectionId, source: sourceOf(input), dryRun: input.dryRun };
      return this.deps.mailboxImport.createMany(viewer, asked, call);
    });
    return {
      rows: value,
      created: countOf(value, "CREATED"),
      alreadySpecified: countOf(value, "ALREADY_SPECIFIED"),
      refused: countOf(value, "REFUSED"),
      errors,
    };
  }

  @Mutation(() => DeleteMailboxesPayload, {
    description:
      "Takes many mailboxes out of the gateway, each with its own outcome. Nothing changes at Microsoft. Needs an ADMIN key.",
  })
  async deleteMailboxes(
    @Arg("input", () => DeleteMailboxesInput, { description: "The mailboxes." }) input: DeleteMailboxesInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<DeleteMailboxesPayload> {
    const { value, errors } = await settle(input, async () => {
      const ids = input.ids.map((id, index) => parseRowGlobalId("Mailbox", id, ["ids", String(index)]));
      const removals = await this.deps.mailboxImport.deleteMany(viewer, ids);
      return removals.map(({ isDeleted }, index) => ({ id: input.ids[index] ?? "", isDeleted }));
    });
    return { mailboxes: value, errors };
  }

  @Mutation(() => RefreshMailboxPayload, {
    description:
      "Reads from the tenant's directory, or from the profile of the owner who signed in, whose a mailbox is and which addresses it has. Needs an ADMIN key.",
  })
  async refreshMailbox(
    @Arg("input", () => RefreshMailboxInput, { description: "The mailbox." }) input: RefreshMailboxInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<RefreshMailboxPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.mailboxIdentity.refresh(viewer, parseRowGlobalId("Mailbox", input.id), call),
    );
    return { mailbox: value?.mailbox ?? null, formerAddress: value?.formerAddress ?? null, errors };
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description:
      "Its other addresses, as the directory named them: they stand for this mailbox too. Empty where it was never read.",
  })
  aliases(@Root() { id }: Mailbox, @Ctx() { loaders }: RequestContext): Promise<readonly string[]> {
    return loaders.aliasesOfMailbox.load(id);
  }
}

function sourceOf({ mailboxes, csv, directoryUserIds, fromGroup }: CreateMailboxesInput): MailboxSource {
  return {
    ...(mailboxes && { mailboxes }),
    ...(typeof csv === "string" && { csv }),
    ...(directoryUserIds && { directoryUserIds }),
    ...(typeof fromGroup === "string" && { fromGroup }),
  };
}

function countOf(rows: readonly MailboxRowResult[] | null, outcome: MailboxRowOutcome): number | null {
  return rows === null ? null : rows.filter((row) => row.outcome === outcome).length;
}
