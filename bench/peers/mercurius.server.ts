/** Mercurius on Fastify with its own loaders, compiled queries and batches of 20. */
import fastify from "fastify";
import mercurius, { type MercuriusLoaders } from "mercurius";
import { serveParent } from "../kit/child-side.js";
import { inBatches } from "./fetch-graph.js";
import { listPath, viewPath } from "./graph-events.js";
import { BATCH, type CalendarRow, calendarRows, type MailboxRow, SDL, valueIn } from "./rest-schema.js";

const [root = ""] = process.argv.slice(2);

interface Loaded<Row> {
  readonly obj: Row;
  readonly params: { readonly start: string; readonly end: string };
}

const loaders = {
  Mailbox: {
    calendarView: async (asked: readonly Loaded<MailboxRow>[]) => {
      const paths = asked.map(({ obj, params }) => viewPath(obj.address, params.start, params.end));
      return (await inBatches(root, paths, BATCH)).map(valueIn);
    },
    calendars: async (asked: readonly Loaded<MailboxRow>[]) => {
      const addresses = asked.map(({ obj }) => obj.address);
      const lists = await inBatches(root, addresses.map(listPath), BATCH);
      return lists.map((list, n) => calendarRows(addresses[n] ?? "", list));
    },
  },
  Calendar: {
    calendarView: async (asked: readonly Loaded<CalendarRow>[]) => {
      const paths = asked.map(({ obj, params }) => viewPath(obj.mailbox, params.start, params.end, obj.id));
      return (await inBatches(root, paths, BATCH)).map(valueIn);
    },
  },
} as unknown as MercuriusLoaders;

const app = fastify({ logger: false });
await app.register(mercurius, {
  schema: SDL,
  resolvers: {
    Query: {
      mailboxes: (_: unknown, { addresses }: { addresses: readonly string[] }) =>
        addresses.map((address) => ({ address })),
    },
  },
  loaders,
  jit: 1,
  path: "/graphql",
});
serveParent({ url: `${await app.listen({ host: "127.0.0.1", port: 0 })}/graphql` }, {});
