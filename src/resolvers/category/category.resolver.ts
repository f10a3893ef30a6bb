import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Category } from "../../services/categories/category.model.js";
import type { CategoryService } from "../../services/categories/category.service.js";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import { mailboxObjectGlobalId, parseMailboxObjectGlobalId, parseRowGlobalId } from "../common/global-id.js";
import { PageArgs } from "../common/page-args.js";
import { settle } from "../common/payload.js";
import { positionPage } from "../common/position-page.js";
import type { RequestContext } from "../common/request-context.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { CreateCategoryInput, DeleteCategoryInput, UpdateCategoryInput } from "./category.input.js";
import { CreateCategoryPayload, DeleteCategoryPayload, UpdateCategoryPayload } from "./category.payload.js";
import { CategoryConnectionType, CategoryType } from "./category.type.js";

const NEEDS = "Needs a WRITER key, and the permission MailboxSettings.ReadWrite.";

@Resolver(() => CategoryType)
export class CategoryResolver {
  constructor(private readonly deps: { readonly categories: CategoryService }) {}

  @Mutation(() => CreateCategoryPayload, { description: `Puts a category on a mailbox's list. ${NEEDS}` })
  async createCategory(
    @Arg("input", () => CreateCategoryInput, { description: "The new category." }) input: CreateCategoryInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<CreateCategoryPayload> {
    const { value, errors } = await settle(input, () => {
      const mailboxId = parseRowGlobalId("Mailbox", input.mailboxId, ["mailboxId"]);
      return this.deps.categories.create(viewer, { ...input, mailboxId }, call);
    });
    return { category: value, errors };
  }

  @Mutation(() => UpdateCategoryPayload, { description: `Gives a category another colour. ${NEEDS}` })
  async updateCategory(
    @Arg("input", () => UpdateCategoryInput, { description: "The new colour." }) input: UpdateCategoryInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<UpdateCategoryPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.categories.update(viewer, parseMailboxObjectGlobalId("Category", input.id), input.color, call),
    );
    return { category: value, errors };
  }

  @Mutation(() => DeleteCategoryPayload, {
    description: `Takes a category off its mailbox's list; events keep the name. ${NEEDS}`,
  })
  async deleteCategory(
    @Arg("input", () => DeleteCategoryInput, { description: "The category." }) input: DeleteCategoryInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<DeleteCategoryPayload> {
    const { value, errors } = await settle(input, async () => {
      await this.deps.categories.delete(viewer, parseMailboxObjectGlobalId("Category", input.id), call);
      return input.id;
    });
    return { deletedId: value, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() category: Category): string {
    return mailboxObjectGlobalId("Category", category);
  }
}

@Resolver(() => MailboxType)
export class CategoriesOfMailboxResolver {
  constructor(private readonly deps: { readonly maxPageSize: number }) {}

  @FieldResolver(() => CategoryConnectionType, {
    nullable: true,
    description:
      "Its list of categories, as Microsoft orders it: one request. Null with an error when Microsoft could not answer.",
  })
  categories(@Root() { id }: Mailbox, @Args(() => PageArgs) args: PageArgs, @Ctx() { loaders }: RequestContext) {
    return positionPage(args, this.deps.maxPageSize, () => loaders.categoriesOfMailbox.load(id));
  }
}
