import type { ExampleOperation } from "./options.js";

const DAY_MS = 86_400_000;

/** What the explorers open with: the first question of most users, then how to look around. */
export function exampleOperations(now: Date): readonly ExampleOperation[] {
  return [{ ...WEEK, variables: weekAround(now) }, ...OTHERS];
}

const WEEK: ExampleOperation = {
  name: "This week's events",
  document: `query WeekOfThreeMailboxes($start: DateTime!, $end: DateTime!) {
  organizations(first: 1) {
    nodes {
      name
      mailboxes(first: 3) {
        nodes {
          address
          calendarView(start: $start, end: $end) {
            nodes {
              subject
              start { ... on Timed { instant timeZone } ... on AllDay { date } }
              end { ... on Timed { instant } ... on AllDay { date } }
              showAs
            }
          }
        }
      }
    }
  }
}`,
};

const OTHERS: readonly ExampleOperation[] = [
  {
    name: "Who am I?",
    document: `query WhoAmI {
  viewer {
    role
    permissions
    organization { id name slug }
  }
}`,
  },
  {
    name: "Connections and their mailboxes",
    document: `query Connections {
  organizations {
    nodes {
      name
      connections {
        nodes {
          id
          name
          cloud
          state
          stateReason
          credential { kind hint expiresAt }
          mailboxes { nodes { id address state } }
        }
      }
    }
  }
}`,
  },
  {
    name: "Create an event",
    document: `mutation CreateEvent($input: CreateEventInput!) {
  createEvent(input: $input) {
    event { id version webLink }
    errors { code message path }
  }
}`,
    variables: {
      input: {
        mailboxId: "mbx_…",
        subject: "Planning",
        start: { dateTime: "2026-03-02T09:00:00", timeZone: "Europe/Berlin" },
        end: { dateTime: "2026-03-02T10:00:00", timeZone: "Europe/Berlin" },
      },
    },
  },
];

/** Three days back and four ahead, from midnight to midnight UTC. */
function weekAround(now: Date): { start: string; end: string } {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const text = (ms: number) => new Date(ms).toISOString();
  return { start: text(midnight - 3 * DAY_MS), end: text(midnight + 4 * DAY_MS) };
}
