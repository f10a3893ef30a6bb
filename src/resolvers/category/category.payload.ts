import { Field, ObjectType } from "type-graphql";
import type { Category } from "../../services/categories/category.model.js";
import { DeletePayloadType, PayloadType } from "../common/payload.type.js";
import { CategoryType } from "./category.type.js";

@ObjectType({ simpleResolvers: true })
abstract class CategoryPayload extends PayloadType {
  @Field(() => CategoryType, { nullable: true, description: "The category; null when nothing was done." })
  category!: Category | null;
}

@ObjectType({ description: "Outcome of `createCategory`.", simpleResolvers: true })
export class CreateCategoryPayload extends CategoryPayload {}

@ObjectType({ description: "Outcome of `updateCategory`.", simpleResolvers: true })
export class UpdateCategoryPayload extends CategoryPayload {}

@ObjectType({ description: "Outcome of `deleteCategory`.", simpleResolvers: true })
export class DeleteCategoryPayload extends DeletePayloadType {}
