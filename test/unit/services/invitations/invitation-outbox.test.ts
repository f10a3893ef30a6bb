import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashHandle } from "../../../../src/auth/one-time-handle.js";
import type { Invitation } from "../../../../src/entities/invitation.entity.js";
import { silentLogger } from "../../../../src/lib/logger.js";
import { InvitationLinks } from "../../../../src/services/invitations/invitation-links.js";
import { InvitationOutbox } from "../../../../src/services/invitations/invitation-outbox.js";
import type { Mail, MailOutcome } from "../../../../src/services/mail/mailer.js";
import { type Database, openDatabase } from "../../../../src/store/database.js";
import { connectionOf, contoso } from "../../store/temporary-database.js";

const HOUR_MS = 3_600_000;
const SENT: MailOutcome = { kind: "sent" };
const FAILED: MailOutcome = { kind: "failed", fault: "The mail server could not be reached." };

let now: number;
let db: Database;
let ids: { readonly organizationId: string; readonly connectionId: string };
let mails: Mail[];
let answer: (mail: Mail) => Promise<MailOutcome>;

const clock = { now: () => now };
const links = new InvitationLinks("https://gateway.example");
const mailer = {
  send: (mail: Mail) => {
    mails.push(mail);
    return answer(mail);
  },
  close: () => {},
};
const outbox = () => new InvitationOutbox({ db, mailer, links, clock, log: silentLogger });

beforeEach(async () => {
  now = 1_800_000_000_000;
  mails = [];
  answer = async () => SENT;
  db = await openDatabase({ url: "sqlite::memory:", log: silentLogger, clock });
  const { id: organizationId } = await db.organizations.insert(contoso);
  const { id: connectionId } = await db.connections.insert({ ...connectionOf(organizationId), access: "DELEGATED" });
  ids = { organizationId, connectionId };
});
afterEach(() => db.close());

async function invited(name = "ann"): Promise<Invitation> {
  const address = `${name}@contoso.example`;
  const { id: mailboxId } = await db.mailboxes.insert({ ...ids, address, state: "UNVERIFIED" });
  return db.invitations.insert({
    ...ids,
    mailboxId,
    address,
    note: null,
    tokenHash: null,
    delivery: "PENDING",
    nextAttemptAt: new Date(now),
    createdBy: null,
    expiresAt: new Date(now + 72 * HOUR_MS),
  });
}

async function round(of: InvitationOutbox): Promise<void> {
  of.wake();
  await of.idle();
}
const read = async ({ id }: Invitation) => (await db.invitations.byIds([id], null)).get(id)!;
const tokenIn = ({ text }: Mail) => /\/invitations\/([\w-]{43})\n/.exec(text)?.[1] ?? "";

describe("the mails of invitations", () => {
  test("go out once, with a token of which the hash alone is stored", async () => {
    const row = await invited();
    const box = outbox();

    await round(box);
    await round(box);

    expect(mails).toHaveLength(1);
    const stored = await read(row);
    expect(stored).toMatchObject({ delivery: "SENT", sentAt: new Date(now), nextAttemptAt: null, attempts: 1 });
    expect(stored.tokenHash).toBe(hashHandle(tokenIn(mails[0]!)));
    expect(JSON.stringify(stored)).not.toContain(tokenIn(mails[0]!));
  });

  test("are all sent, however many wait, and two processes do not send one twice", async () => {
    for (let count = 0; count < 45; count++) await invited(`person-${count}`);

    await Promise.all([round(outbox()), round(outbox())]);

    expect(mails).toHaveLength(45);
    expect(new Set(mails.map(tokenIn)).size).toBe(45);
  });

  test("are tried again for a day's work with the same link, and then given up", async () => {
    answer = async () => FAILED;
    const row = await invited();
    const box = outbox();
    const attemptedAt: number[] = [];
    for (let minute = 0; minute < 16 * 60; minute++) {
      const before = mails.length;
      await round(box);
      if (mails.length > before) attemptedAt.push(minute);
      now += 60_000;
    }

    expect(attemptedAt).toEqual([0, 1, 6, 21, 81, 261, 621]);
    expect(new Set(mails.map(tokenIn)).size).toBe(1);
    expect(new Set(mails.map(({ reference }) => reference)).size).toBe(1);
    expect(await read(row)).toMatchObject({ delivery: "FAILED", deliveryFault: FAILED.fault, nextAttemptAt: null });
  });

  test("that are refused for good are not tried again", async () => {
    answer = async () => ({ kind: "refused", fault: "The mail server refused the address (550)." });
    const row = await invited();
    const box = outbox();
    await round(box);
    now += HOUR_MS;
    await round(box);

    expect(mails).toHaveLength(1);
    expect(await read(row)).toMatchObject({ delivery: "FAILED", deliveryFault: expect.stringContaining("(550)") });
  });

  test("are not lost with the process that was sending: another one sends, with a link of its own", async () => {
    const row = await invited();
    answer = () => new Promise(() => {});
    outbox().wake();
    await expect.poll(() => mails.length).toBe(1);
    answer = async () => SENT;

    const next = outbox();
    await round(next);
    expect(mails).toHaveLength(1);
    now += 10 * 60_000;
    await round(next);

    expect(mails).toHaveLength(2);
    expect(await read(row)).toMatchObject({ delivery: "SENT", tokenHash: hashHandle(tokenIn(mails[1]!)) });
    expect(tokenIn(mails[0]!)).not.toBe(tokenIn(mails[1]!));
  });

  test("of what has ended are not sent", async () => {
    const [revoked, used] = [await invited("revoked"), await invited("used")];
    await invited("expired");
    await db.invitations.revokeOpenOf(revoked.mailboxId);
    await db.invitations.use(used.id);
    const box = outbox();
    now += 73 * HOUR_MS;
    await round(box);

    expect(mails).toEqual([]);
  });

  test("a new link that was asked for during an attempt is not overwritten by how that attempt ended", async () => {
    const row = await invited();
    const box = outbox();
    answer = async () => {
      const current = await read(row);
      const handedOut = { tokenHash: hashHandle("other"), delivery: "HANDED_OUT", nextAttemptAt: null } as const;
      await db.invitations.update(row.id, current.rowVersion, handedOut);
      return FAILED;
    };
    await round(box);

    expect(await read(row)).toMatchObject({
      delivery: "HANDED_OUT",
      tokenHash: hashHandle("other"),
      deliveryFault: null,
    });
  });

  test("ending lets what is under way finish and begins nothing more", async () => {
    const rows = await Promise.all(["a", "b", "c", "d"].map((name) => invited(name)));
    const finish: (() => void)[] = [];
    answer = () => new Promise((resolve) => finish.push(() => resolve(SENT)));
    const box = outbox();
    box.wake();
    await expect.poll(() => finish.length).toBe(2);
    const closed = box.close();
    for (const end of finish) end();
    await closed;

    expect(mails).toHaveLength(2);
    const deliveries = (await Promise.all(rows.map(read))).map(({ delivery }) => delivery);
    expect(deliveries.sort()).toEqual(["PENDING", "PENDING", "SENT", "SENT"]);
  });

  test("invitations that ended three months ago are forgotten", async () => {
    const row = await invited();
    const box = outbox();
    await round(box);
    now += (72 + 91 * 24) * HOUR_MS;
    await round(box);

    expect((await db.invitations.byIds([row.id], null)).size).toBe(0);
  });
});
