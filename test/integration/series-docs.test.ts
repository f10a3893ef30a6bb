import { readFileSync } from "node:fs";
import { parse } from "graphql";
import { expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { startGateway } from "../kit/gateway.js";
import { makeOrganization } from "../kit/organization.js";

const section =
  readFileSync("docs/api.md", "utf8")
    .split(/^## /m)
    .find((text) => text.startsWith("Series")) ?? "";
const examples = [...section.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => parse(text ?? ""));

test("the examples about series in docs/api.md work in their order", async () => {
  const gateway = await startGateway();
  const { writer, mailboxIds } = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
  const [make, show, moveAll, fromNowOn] = examples;
  const run = (document: (typeof examples)[number] | undefined, variables: object) =>
    writer.data(document as never, variables as never) as Promise<Record<string, never>>;

  const made = await run(make, { mailboxId: mailboxIds[0] });
  expect(made).toMatchObject({ createEvent: { event: { type: "SERIES_MASTER" } } });
  const occurrence = async (index: number) => {
    const { mailbox } = (await run(show, { mailboxId: mailboxIds[0] })) as unknown as {
      mailbox: { seriesMasters: { nodes: { subject: string; instances: { nodes: { id: string }[] } }[] } };
    };
    const { nodes } = mailbox.seriesMasters;
    return { occurrenceId: nodes.find(({ subject }) => subject === "Planning")!.instances.nodes[index]!.id };
  };
  expect(await run(moveAll, await occurrence(1))).toMatchObject({ updateEvent: { errors: [] } });
  expect(await run(fromNowOn, await occurrence(2))).toMatchObject({
    updateEvent: { event: { recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=4" } }, split: { droppedExceptions: [] } },
  });
  await gateway.close();
});
