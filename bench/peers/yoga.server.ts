/** graphql-yoga with a DataLoader for each request and batches of 20: the usual design. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import DataLoader from "dataloader";
import { createSchema, createYoga } from "graphql-yoga";
import { serveParent } from "../kit/child-side.js";
import { batchOf } from "./fetch-graph.js";
import { listPath, viewPath } from "./graph-events.js";
import { BATCH, type CalendarRow, calendarRows, type MailboxRow, SDL, valueIn } from "./rest-schema.js";

const [root = ""] = process.argv.slice(2);

interface Context {
  readonly graph: DataLoader<string, unknown>;
}

interface Window {
  readonly start: string;
  readonly end: string;
}

const yoga = createYoga<object, Context>({
  logging: false,
  graphiql: false,
  landingPage: false,
  maskedErrors: false,
  context: () => ({ graph: new DataLoader((paths) => batchOf(root, paths), { maxBatchSize: BATCH }) }),
  schema: createSchema<Context>({
    typeDefs: SDL,
    resolvers: {
      Query: {
        mailboxes: (_: unknown, { addresses }: { addresses: readonly string[] }) =>
          addresses.map((address) => ({ address })),
      },
      Mailbox: {
        calendarView: async ({ address }: MailboxRow, { start, end }: Window, { graph }: Context) =>
          valueIn(await graph.load(viewPath(address, start, end))),
        calendars: async ({ address }: MailboxRow, _: unknown, { graph }: Context) =>
          calendarRows(address, await graph.load(listPath(address))),
      },
      Calendar: {
        calendarView: async ({ id, mailbox }: CalendarRow, { start, end }: Window, { graph }: Context) =>
          valueIn(await graph.load(viewPath(mailbox, start, end, id))),
      },
    },
  }),
});

const server = createServer((req, res) => void yoga(req, res));
server.listen(0, "127.0.0.1", () => {
  serveParent({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` }, {});
});
