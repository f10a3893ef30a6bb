import { setImmediate as turn } from "node:timers/promises";
import type { CalendarEvent } from "../../services/events/event.model.js";
import type { PlanNode } from "./answer-plan.js";
import { type EventTexts, type Shelf, TextPart } from "./event-texts.js";
import { isPlainObject } from "./plain-values.js";
import { TimeSlice } from "./time-slice.js";

type Members = Record<string, unknown>;

/**
 * Puts text parts where the plan says that events stand, in slices, so that other requests are answered meanwhile.
 * Resolves with false when an event is not plain; then the data is of no use any more.
 */
export async function bindEvents(data: unknown, root: PlanNode, texts: EventTexts): Promise<boolean> {
  const slice = new TimeSlice();
  const binding = bindMembers(data, root, texts, slice);
  for (let step = binding.next(); ; step = binding.next()) {
    if (step.done) return step.value;
    await turn();
    slice.begin();
  }
}

/** Yields when its time is up, and gives whether all events were plain. */
function* bindMembers(value: unknown, node: PlanNode, texts: EventTexts, slice: TimeSlice): Generator<void, boolean> {
  if (Array.isArray(value)) {
    for (const item of value) {
      if (!(yield* bindMembers(item, node, texts, slice))) return false;
    }
    return true;
  }
  if (typeof value !== "object" || value === null) return true;
  const members = value as Members;
  for (const [name, child] of node.fields) {
    const member = members[name];
    if (member === null || member === undefined) continue;
    if (child.events === undefined) {
      if (!(yield* bindMembers(member, child, texts, slice))) return false;
      continue;
    }
    const shelf = texts.shelf(child.events);
    const isBound = Array.isArray(member) ? yield* bindList(member, shelf, slice) : bindOne(members, name, shelf);
    if (!isBound) return false;
    if (slice.isOver()) yield;
  }
  return true;
}

function* bindList(list: unknown[], shelf: Shelf, slice: TimeSlice): Generator<void, boolean> {
  for (const [index, event] of list.entries()) {
    if (event instanceof TextPart) continue;
    const part = isPlainObject(event) ? shelf.partOf(event as unknown as CalendarEvent) : undefined;
    if (part === undefined) return false;
    list[index] = part;
    if (slice.isOver()) yield;
  }
  return true;
}

function bindOne(members: Members, name: string, shelf: Shelf): boolean {
  const event = members[name];
  const part = isPlainObject(event) ? shelf.partOf(event as unknown as CalendarEvent) : undefined;
  if (part === undefined) return false;
  members[name] = part;
  return true;
}
