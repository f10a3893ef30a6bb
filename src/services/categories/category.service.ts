import type { Viewer } from "../../auth/viewer.js";
import {
  createMasterCategory,
  deleteMasterCategory,
  type GraphCategory,
  type GraphClient,
  getMasterCategory,
  listMasterCategories,
  updateMasterCategory,
} from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { assertName, withNameTaken } from "../calendars/calendar-names.js";
import { member, membersOf, word } from "../events/graph-words.js";
import { withSettingsPermission } from "../mailbox-settings/settings-permission.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../mailboxes/mailbox-writer.js";
import { onMailbox } from "../mailboxes/on-mailbox.js";
import { reaches } from "../visibility/visibility-rule.js";
import { CATEGORY_COLORS, type Category, type CategoryColor, type CategoryKey } from "./category.model.js";

const COLOR_MEMBERS = membersOf(CATEGORY_COLORS);
const NAME_PATH = ["displayName"];

/**
 * What Outlook takes for the end of a name where it writes several in one text.
 * https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxcical/1c64465c-7d88-4b0f-988f-6e40a289c57f
 */
const SEPARATORS = /[,;\u061b\ufe54\uff1b]/;

/** A mailbox's categories. Every key of a read gets its own outcome; one that fails fails alone. */
export class CategoryService {
  constructor(
    private readonly graph: GraphClient,
    private readonly mailboxes: MailboxAccess,
    private readonly writer: MailboxWriter,
  ) {}

  /** All categories of each mailbox, in Microsoft's order: one request a mailbox. */
  async listMany(viewer: Viewer, mailboxIds: readonly string[], call: Call) {
    const opened = await this.mailboxes.openMany(viewer, "event:read", mailboxIds);
    return Promise.all(
      mailboxIds.map((id) =>
        onMailbox(opened.get(id), async (mailbox): Promise<readonly Category[]> => {
          assertShown(mailbox);
          const input = { mailbox: mailbox.graphUser };
          const { items } = await withSettingsPermission("MailboxSettings.Read", () =>
            listMasterCategories(this.graph, mailbox.connection, input, call),
          );
          return items.map((item) => toCategory(mailbox.id, item));
        }),
      ),
    );
  }

  async getMany(viewer: Viewer, keys: readonly CategoryKey[], call: Call) {
    const ids = keys.map(({ mailboxId }) => mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    return Promise.all(
      keys.map(({ mailboxId, graphId: categoryId }) =>
        onMailbox(opened.get(mailboxId), async (mailbox): Promise<Category> => {
          assertShown(mailbox);
          const place = { mailbox: mailbox.graphUser, categoryId };
          const found = await withSettingsPermission("MailboxSettings.Read", () =>
            getMasterCategory(this.graph, mailbox.connection, place, call),
          );
          return toCategory(mailbox.id, found);
        }),
      ),
    );
  }

  /** @throws AppError CONFLICT for a name that is taken. */
  async create(viewer: Viewer, { mailboxId, displayName, color }: NewCategory, call: Call): Promise<Category> {
    const category = { displayName: categoryName(displayName), color: word(CATEGORY_COLORS, color, "color") };
    return this.#write(viewer, mailboxId, async (mailbox) => {
      const input = { mailbox: mailbox.graphUser, category };
      const write = () => createMasterCategory(this.graph, mailbox.connection, input, call);
      return toCategory(mailbox.id, await withNameTaken("A category", write, NAME_PATH));
    });
  }

  /** Gives it another colour, all that can be changed. */
  async update(viewer: Viewer, { mailboxId, graphId }: CategoryKey, color: CategoryColor, call: Call) {
    const wanted = word(CATEGORY_COLORS, color, "color");
    return this.#write(viewer, mailboxId, async (mailbox) => {
      const change = { mailbox: mailbox.graphUser, categoryId: graphId, color: wanted };
      return toCategory(mailbox.id, await updateMasterCategory(this.graph, mailbox.connection, change, call));
    });
  }

  /** Takes it off the list; events keep its name, without a colour. */
  async delete(viewer: Viewer, { mailboxId, graphId }: CategoryKey, call: Call): Promise<void> {
    await this.#write(viewer, mailboxId, (mailbox) => {
      const place = { mailbox: mailbox.graphUser, categoryId: graphId };
      return deleteMasterCategory(this.graph, mailbox.connection, place, call);
    });
  }

  #write<T>(viewer: Viewer, mailboxId: string, work: (mailbox: OpenMailbox) => Promise<T>): Promise<T> {
    return this.writer.write(viewer, mailboxId, (mailbox) => {
      assertShown(mailbox);
      return withSettingsPermission("MailboxSettings.ReadWrite", () => work(mailbox));
    });
  }
}

export interface NewCategory {
  readonly mailboxId: string;
  readonly displayName: string;
  readonly color: CategoryColor;
}

function toCategory(mailboxId: string, { id, displayName, color }: GraphCategory): Category {
  return {
    kind: "Category",
    mailboxId,
    graphId: id ?? "",
    displayName: displayName ?? null,
    color: member(COLOR_MEMBERS, color),
  };
}

function categoryName(text: string): string {
  const name = assertName(text, "A category", NAME_PATH);
  if (!SEPARATORS.test(name)) return name;
  throw new AppError(
    "INVALID_INPUT",
    "The name of a category has no commas and semicolons: Outlook takes them for the end of a name.",
    { path: NAME_PATH },
  );
}

/** Who is not shown the categories of events is not shown their names here. */
function assertShown({ visibility: { events } }: OpenMailbox): void {
  if (reaches(events, "BASIC")) return;
  throw new AppError("FORBIDDEN", `The visibility ${events} of this API key or of the connection shows no categories.`);
}
