import type { CategoryColor, OutlookCategory } from "@microsoft/microsoft-graph-types";
import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { pathSegment } from "../graph-url.js";
import { type ReadList, readAll } from "../paging.js";
import { userPath } from "./calendar-path.js";

/** A category's place: its mailbox by Graph user id or address, and its id there. */
export interface MasterCategoryPlace {
  readonly mailbox: string;
  readonly categoryId: string;
}

/**
 * A mailbox's list of categories, for which MailboxSettings.Read is needed; writing takes MailboxSettings.ReadWrite. No
 * page size is asked for: the page of the list names no option of OData.
 * https://learn.microsoft.com/graph/api/outlookuser-list-mastercategories
 */
export function listMasterCategories(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox, maxItems = 1_000 }: { readonly mailbox: string; readonly maxItems?: number },
  call: Call,
): Promise<ReadList<OutlookCategory>> {
  const request = { method: "GET", path: listPath(mailbox), mailbox } as const;
  return readAll<OutlookCategory>(client, connection, request, call, { maxItems });
}

export async function getMasterCategory(
  client: GraphClient,
  connection: GraphConnection,
  place: MasterCategoryPlace,
  call: Call,
): Promise<OutlookCategory> {
  const request = { method: "GET", path: categoryPath(place), mailbox: place.mailbox } as const;
  const { body } = await client.send<OutlookCategory>(connection, request, call);
  return body;
}

/** Makes a category. A name that another one has: 409. */
export async function createMasterCategory(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox, category }: { readonly mailbox: string; readonly category: OutlookCategory },
  call: Call,
): Promise<OutlookCategory> {
  const request = { method: "POST", path: listPath(mailbox), mailbox, body: category } as const;
  const { body } = await client.send<OutlookCategory>(connection, request, call);
  return body;
}

/** Changes the colour, the one member that can be changed. */
export async function updateMasterCategory(
  client: GraphClient,
  connection: GraphConnection,
  { color, ...place }: MasterCategoryPlace & { readonly color: CategoryColor },
  call: Call,
): Promise<OutlookCategory> {
  const request = { method: "PATCH", path: categoryPath(place), mailbox: place.mailbox, body: { color } } as const;
  const { body } = await client.send<OutlookCategory>(connection, { ...request, repeatable: true }, call);
  return body;
}

/** Takes a category off the list. Items that name it keep the name. */
export async function deleteMasterCategory(
  client: GraphClient,
  connection: GraphConnection,
  place: MasterCategoryPlace,
  call: Call,
): Promise<void> {
  await client.send(connection, { method: "DELETE", path: categoryPath(place), mailbox: place.mailbox }, call);
}

const listPath = (mailbox: string) => `${userPath(mailbox)}/outlook/masterCategories`;
const categoryPath = ({ mailbox, categoryId }: MasterCategoryPlace) =>
  `${listPath(mailbox)}/${pathSegment(categoryId)}`;
