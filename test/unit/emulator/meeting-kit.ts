import { addPerson, eventBody, type Json, startTenant } from "./kit.js";

/** A tenant with an organizer, two guests and a room, each with a short way to ask for their calendar. */
export async function startOffice(options: Parameters<typeof startTenant>[0] = {}) {
  const started = await startTenant(options);
  const { emulator, tenant, graph } = started;
  const people = {
    ann: started.ann,
    bob: addPerson(emulator, tenant, "bob"),
    cleo: addPerson(emulator, tenant, "cleo"),
  };
  const addRoom = (name: string) =>
    emulator.add.addUser(tenant, {
      userPrincipalName: `${name}@quarry.example`,
      displayName: name,
      mailbox: { purpose: "room" },
    });
  const room = addRoom("cellar");
  const base = (name: keyof typeof people | "room") => `/users/${name === "room" ? room.id : people[name].id}`;
  return {
    ...started,
    ...people,
    room,
    base,
    /** Creates a meeting of Ann's with these people. */
    invite: async (names: readonly string[], over: Record<string, unknown> = {}): Promise<Json> => {
      const attendees = names.map((name) => guest(name));
      return (await graph.post(`${base("ann")}/events`, eventBody({ attendees, ...over }))).json;
    },
    /** The events in somebody's default calendar. */
    eventsOf: async (name: keyof typeof people | "room"): Promise<Json[]> =>
      (await graph.get(`${base(name)}/events`)).json.value,
    ownEvent: async (id: string): Promise<Json> => (await graph.get(`${base("ann")}/events/${id}`)).json,
    act: (name: keyof typeof people | "room", id: string, action: string, body: unknown = {}) =>
      graph.post(`${base(name)}/events/${id}/${action}`, body),
    mailed: (kind?: string) =>
      emulator.outbox
        .notices(kind === undefined ? {} : { kind })
        .map((notice) => [notice.kind, notice.to.map(({ address }) => address.split("@")[0]).join(",")]),
  };
}

export type Office = Awaited<ReturnType<typeof startOffice>>;

export const guest = (name: string, type = "required") => ({
  emailAddress: { address: name.includes("@") ? name : `${name}@quarry.example`, name },
  type,
});

export const codeOf = (reply: { status: number; json: Json }) => [reply.status, reply.json.error?.code];
