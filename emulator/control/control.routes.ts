import { addGroup } from "../core/groups.js";
import { acceptCalendar } from "./accept-calendar.js";
import { readAcceptedCalendar, readClockBody, readGroup, readLifecycleBody, readSettings } from "./control-bodies.js";
import { type ControlCall, ControlFailure, type ControlRoute } from "./control-call.js";
import { describeState } from "./describe-state.js";
import { directoryRoutes } from "./directory.routes.js";
import { faultRoutes } from "./fault.routes.js";
import { logRoutes } from "./log.routes.js";
import { stateRoutes } from "./state.routes.js";

const clockState = ({ world }: ControlCall) => ({
  now: new Date(world.clock.now()).toISOString(),
  offsetMs: world.clock.offsetMs(),
});

export const controlRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/emulator",
    purpose: "This list.",
    handle: () => ({ endpoints: controlRoutes.map(({ method, path, purpose }) => ({ method, path, purpose })) }),
  },
  {
    method: "GET",
    path: "/emulator/state",
    purpose: "Tenants, applications and users with the number of their calendars and events; never a secret.",
    handle: ({ world }) => describeState(world.store),
  },
  {
    method: "GET",
    path: "/emulator/outbox",
    purpose: "Notices that Exchange would have mailed, oldest first. Filters: kind, from, to, iCalUId; limit (1000).",
    handle: ({ world, query }) => {
      const filter = Object.fromEntries(
        ["kind", "from", "to", "iCalUId"].flatMap((name) => {
          const value = query.get(name);
          return value === null ? [] : [[name, value]];
        }),
      );
      const notices = world.outbox.notices(filter);
      return { count: notices.length, notices: notices.slice(-Number(query.get("limit") ?? 1000)) };
    },
  },
  {
    method: "DELETE",
    path: "/emulator/outbox",
    purpose: "Empties the outbox.",
    handle: ({ world }) => {
      world.outbox.clear();
      return { count: 0 };
    },
  },
  {
    method: "GET",
    path: "/emulator/notifications",
    purpose: "What was sent to webhooks, attempt by attempt, oldest first; never a client state.",
    handle: ({ world }) => ({ deliveries: world.deliveries.entries() }),
  },
  {
    method: "POST",
    path: "/emulator/subscriptions/{id}/lifecycle",
    purpose:
      'Sends a lifecycle notification: { "event": "reauthorizationRequired" | "subscriptionRemoved" | "missed" }.',
    handle: ({ params, body, sendLifecycle }) => {
      const event = readLifecycleBody(body);
      if (!sendLifecycle(params.id ?? "", event)) throw new ControlFailure(404, "There is no such subscription.");
      return { event };
    },
  },
  {
    method: "POST",
    path: "/emulator/groups",
    purpose: "Adds a distribution list, or changes its members: { mail, displayName?, members }, all by address.",
    handle: ({ world, body }) => {
      const group = readGroup(body);
      const tenant = world.store.tenant(group.mail.split("@").at(-1) ?? "");
      if (tenant === undefined) throw new ControlFailure(404, "No tenant owns the domain of that address.");
      return { group: addGroup(world.store, tenant, group) };
    },
  },
  {
    method: "POST",
    path: "/emulator/shared-calendars",
    purpose: "Accepts a shared calendar, as Outlook does: { sharee, owner, calendar? }; people by address or id.",
    handle: ({ world, body }) => {
      const calendar = acceptCalendar(world.store, readAcceptedCalendar(body));
      if (calendar === undefined) throw new ControlFailure(404, "There is no such mailbox or calendar.");
      return { calendar: { id: calendar.id, name: calendar.name } };
    },
  },
  ...faultRoutes,
  {
    method: "GET",
    path: "/emulator/clock",
    purpose: "Emulated now, and its distance from real time.",
    handle: clockState,
  },
  {
    method: "POST",
    path: "/emulator/clock",
    purpose: 'Moves the clock: { "advanceMs": n } or { "set": "ISO instant" } or { "reset": true }.',
    handle: (call) => {
      readClockBody(call.body)(call.world.clock);
      return clockState(call);
    },
  },
  {
    method: "GET",
    path: "/emulator/settings",
    purpose: "Switches and latency.",
    handle: ({ world }) => ({ switches: world.switches, latency: world.latency.settings }),
  },
  {
    method: "PATCH",
    path: "/emulator/settings",
    purpose: "Changes switches and latency: { switches?, latency? }.",
    handle: ({ world, body }) => {
      readSettings(body)(world);
      return { switches: world.switches, latency: world.latency.settings };
    },
  },
  {
    method: "POST",
    path: "/emulator/reset",
    purpose: "Back to the state at start: seed, clock, switches, latency; no faults, empty log.",
    handle: (call) => {
      call.reset();
      return clockState(call);
    },
  },
  ...logRoutes,
  ...stateRoutes,
  ...directoryRoutes,
];
