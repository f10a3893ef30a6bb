import type { Viewer } from "../../auth/viewer.js";
import { type GraphClient, getMailboxSettings, isGraphError, updateMailboxSettings } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../mailboxes/mailbox-writer.js";
import type { MailboxZones } from "../mailboxes/mailbox-zones.js";
import { onMailbox } from "../mailboxes/on-mailbox.js";
import type { MailboxSettings, MailboxSettingsChange } from "./mailbox-settings.model.js";
import { toGraphSettings } from "./settings-draft.js";
import { ianaName, toMailboxSettings } from "./settings-mapper.js";
import { withSettingsPermission } from "./settings-permission.js";

export interface MailboxSettingsDeps {
  readonly graph: GraphClient;
  readonly mailboxes: MailboxAccess;
  readonly writer: MailboxWriter;
  /** Told the zone of each mailbox whose settings pass by. */
  readonly zones: MailboxZones;
  readonly clock: Clock;
}

/** What Graph's refusals of a change blame; of other codes it does not say which value is meant. */
const BLAMED: Readonly<Record<string, { readonly path: readonly string[]; readonly message: string }>> = {
  ErrorInvalidTimeSettings: {
    path: ["workingHours"],
    message:
      "Microsoft refused the working hours. They must end after they start, also where only one of both is given.",
  },
  InvalidTimeZone: { path: ["timeZone"], message: "Microsoft does not know this time zone." },
};

/** Settings of the specified mailboxes: one request each. Every id gets its own outcome. */
export class MailboxSettingsService {
  constructor(private readonly deps: MailboxSettingsDeps) {}

  async getMany(
    viewer: Viewer,
    mailboxIds: readonly string[],
    call: Call,
  ): Promise<readonly (MailboxSettings | Error)[]> {
    const opened = await this.deps.mailboxes.openMany(viewer, "event:read", mailboxIds);
    return Promise.all(mailboxIds.map((id) => onMailbox(opened.get(id), (mailbox) => this.#read(mailbox, call))));
  }

  /**
   * Changes what is given, in one request.
   *
   * @throws AppError INVALID_INPUT with the field, before Microsoft is asked; CONSENT_MISSING that names the permission.
   */
  async update(viewer: Viewer, mailboxId: string, change: MailboxSettingsChange, call: Call): Promise<void> {
    const settings = toGraphSettings(change, this.deps.clock.now());
    const write = async (mailbox: OpenMailbox) => {
      const input = { mailbox: mailbox.graphUser, settings };
      await withSettingsPermission("MailboxSettings.ReadWrite", () =>
        withBlame(() => updateMailboxSettings(this.deps.graph, mailbox.connection, input, call)),
      );
      if (settings.timeZone != null) this.deps.zones.learn(mailbox.id, ianaName(settings.timeZone));
    };
    await this.deps.writer.write(viewer, mailboxId, write, "mailboxSettings:write");
  }

  async #read({ id, graphUser, connection }: OpenMailbox, call: Call): Promise<MailboxSettings> {
    const settings = await withSettingsPermission("MailboxSettings.Read", () =>
      getMailboxSettings(this.deps.graph, connection, { mailbox: graphUser }, call),
    );
    const read = toMailboxSettings(settings);
    this.deps.zones.learn(id, read.timeZone);
    return read;
  }
}

async function withBlame<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isGraphError(error) || error.status !== 400) throw error;
    const { path, message } = BLAMED[error.code] ?? {
      path: [],
      message: `Microsoft refused a value of the settings (${error.code}). A language that it does not offer is refused so.`,
    };
    const upstream = { code: error.code, status: error.status };
    throw new AppError("INVALID_INPUT", message, { path, upstream }, { cause: error });
  }
}
