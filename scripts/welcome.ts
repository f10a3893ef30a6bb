export interface WelcomeFacts {
  readonly url: string;
  readonly apiKey: string;
  /** The bundled emulator; undefined when another stand-in for Microsoft 365 is configured. */
  readonly emulatorUrl: string | undefined;
  readonly now: Date;
}

/** What a stranger needs after `npm start`: where to look, with which key, and one line to paste. */
export function welcome({ url, apiKey, emulatorUrl, now }: WelcomeFacts): string {
  return [
    "",
    "AddSync Gateway is running with a demo organization.",
    "",
    `  Apollo Sandbox   ${url}/graphql`,
    ...(emulatorUrl ? [`  Tenant emulator  ${emulatorUrl}/emulator`] : []),
    `  Demo API key     ${apiKey}`,
    "",
    "This week's events of three mailboxes, ready to paste:",
    "",
    curlLine(url, apiKey, now),
    "",
  ].join("\n");
}

function curlLine(url: string, apiKey: string, now: Date): string {
  const { start, end } = weekOf(now);
  const query = `{ organization { name mailboxes(first: 3) { nodes { address calendarView(start: "${start}", end: "${end}") { nodes { subject showAs start { ... on Timed { instant timeZone } ... on AllDay { date } } } } } } } }`;
  const body = JSON.stringify({ query });
  return `curl -s ${url}/graphql -H 'Authorization: Bearer ${apiKey}' -H 'Content-Type: application/json' -d '${body}'`;
}

/** Monday to Monday around a moment, in UTC. */
function weekOf(now: Date): { start: string; end: string } {
  const day = 86_400_000;
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const monday = midnight - ((now.getUTCDay() + 6) % 7) * day;
  const text = (ms: number) => `${new Date(ms).toISOString().slice(0, 10)}T00:00:00Z`;
  return { start: text(monday), end: text(monday + 7 * day) };
}
