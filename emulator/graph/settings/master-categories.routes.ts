import type { HttpAnswer } from "../../core/http-message.js";
import type { CategoryRow } from "../../core/mailbox-parts.model.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure, itemNotFound, parseUriFailure } from "../graph-failure.js";
import { bodyUnreadable, readJsonBody } from "../json-body.js";
import { jsonText } from "../json-text.js";
import { entityAnswer, pageAnswer } from "../odata/answers.js";
import { type EntityType, primitive } from "../odata/entity-type.js";
import { settingsRoute } from "./settings-route.js";

/** What Outlook puts into the list of a new mailbox. */
const FIRST_CATEGORIES = [
  ["Red category", "preset0"],
  ["Orange category", "preset1"],
  ["Yellow category", "preset3"],
  ["Green category", "preset4"],
  ["Blue category", "preset7"],
  ["Purple category", "preset8"],
] as const;
const COLOR = /^(?:none|preset(?:1?\d|2[0-4]))$/i;

const categoryType: EntityType<CategoryRow> = {
  members: {
    id: primitive((category) => category.id),
    displayName: primitive((category) => category.displayName),
    color: primitive((category) => category.color),
  },
  always: ["id"],
  unknownMember: (name) =>
    parseUriFailure(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.OutlookCategory'.`),
};

const contextPath = (call: MailboxCall) => `users('${call.user.id}')/outlook/masterCategories`;

function categoriesOf({ mailbox, world }: MailboxCall): Map<string, CategoryRow> {
  mailbox.categories ??= new Map(
    FIRST_CATEGORIES.map(([displayName, color]) => {
      const id = world.store.ids.guid();
      return [id, { id, displayName, color }];
    }),
  );
  return mailbox.categories;
}

function categoryOfPath(call: MailboxCall): CategoryRow {
  const category = categoriesOf(call).get((call.params.category ?? "").toLowerCase());
  if (category === undefined) throw itemNotFound();
  return category;
}

function listCategories(call: MailboxCall): HttpAnswer {
  return pageAnswer(call, categoryType, [...categoriesOf(call).values()], contextPath(call));
}

function getCategory(call: MailboxCall): HttpAnswer {
  return entityAnswer(call, categoryType, categoryOfPath(call), contextPath(call));
}

function createCategory(call: MailboxCall): HttpAnswer {
  const { displayName, color } = readCategory(call);
  if (displayName === undefined || displayName === "") throw bodyUnreadable("A category needs a displayName.");
  const categories = categoriesOf(call);
  for (const other of categories.values()) {
    if (other.displayName.toLowerCase() === displayName.toLowerCase()) {
      throw new GraphFailure(409, "nameAlreadyExists", "A category with this name is in the list already.");
    }
  }
  const category = { id: call.world.store.ids.guid(), displayName, color: color ?? "none" };
  categories.set(category.id, category);
  const path = `/v1.0/users/${call.user.id}/outlook/masterCategories/${category.id}`;
  return entityAnswer(call, categoryType, category, contextPath(call), {
    status: 201,
    headers: { Location: `${call.world.origin()}${path}` },
  });
}

function updateCategory(call: MailboxCall): HttpAnswer {
  const before = categoryOfPath(call);
  const { displayName, color } = readCategory(call);
  if (displayName !== undefined && displayName !== before.displayName) {
    throw new GraphFailure(400, "ErrorInvalidRequest", "The name of a category cannot be changed.");
  }
  const after = { ...before, color: color ?? before.color };
  categoriesOf(call).set(after.id, after);
  return entityAnswer(call, categoryType, after, contextPath(call));
}

function deleteCategory(call: MailboxCall): HttpAnswer {
  categoriesOf(call).delete(categoryOfPath(call).id);
  return { status: 204, headers: {} };
}

function readCategory(call: MailboxCall): { displayName?: string; color?: string } {
  const result: { displayName?: string; color?: string } = {};
  for (const [member, value] of Object.entries(readJsonBody(call))) {
    if (member.includes("@odata.") || member === "id") continue;
    if (typeof value !== "string") throw bodyUnreadable(`The value of '${member}' has the wrong type.`);
    if (member === "displayName") result.displayName = value.trim();
    else if (member === "color" && COLOR.test(value)) result.color = value.toLowerCase();
    else throw bodyUnreadable(`'${member}' with the value '${jsonText(value)}' is nothing a category has.`);
  }
  return result;
}

const LIST = "/outlook/masterCategories";
const ONE = `${LIST}/{category}`;

export const masterCategoryRoutes: readonly MailboxRoute[] = [
  settingsRoute("GET", LIST, listCategories),
  settingsRoute("POST", LIST, createCategory),
  settingsRoute("GET", ONE, getCategory),
  settingsRoute("PATCH", ONE, updateCategory),
  settingsRoute("DELETE", ONE, deleteCategory),
];
