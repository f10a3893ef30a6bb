import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Category, CategoryKey } from "../services/categories/category.model.js";
import type { CategoryService } from "../services/categories/category.service.js";

/** All categories of a mailbox. */
export function categoriesOfMailboxLoader(
  viewer: Viewer,
  categories: CategoryService,
  call: Call,
): DataLoader<string, readonly Category[]> {
  return new DataLoader((ids) => categories.listMany(viewer, ids, call), {
    name: "categoriesOfMailbox",
    maxBatchSize: 200,
  });
}

/** One category by its mailbox and Graph id. */
export function categoryByKeyLoader(
  viewer: Viewer,
  categories: CategoryService,
  call: Call,
): DataLoader<CategoryKey, Category, string> {
  return new DataLoader<CategoryKey, Category, string>((keys) => categories.getMany(viewer, keys, call), {
    name: "categoryByKey",
    cacheKeyFn: ({ mailboxId, graphId }) => `${mailboxId}|${graphId}`,
    maxBatchSize: 200,
  });
}
