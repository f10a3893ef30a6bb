import { describe, expect, test } from "vitest";
import {
  meetingTimesCost,
  roomsCost,
  schedulesCost,
  sharedScheduleCost,
} from "../../../../src/api/limits/schedule-costs.js";

const DAY_MS = 86_400_000;
const days = (count: number) => ({ start: new Date(0), end: new Date(count * DAY_MS) });
const list = (length: number) => Array.from({ length }, (_, n) => `a${n}`);

describe("the cost of schedules", () => {
  test.each([
    [1, 1, 200],
    [20, 42, 200],
    [21, 42, 400],
    [20, 43, 400],
    [10_000, 1, 100_000],
  ])("of %d addresses over %d days is %d", (count, span, cost) => {
    expect(schedulesCost({ mailboxIds: list(1), addresses: list(count - 1), ...days(span) })).toEqual({
      cost,
      items: count,
    });
  });

  test("asked for one by one is a share of the request", () => {
    expect(sharedScheduleCost(days(1))).toEqual({ cost: 10, items: 1 });
    expect(sharedScheduleCost(days(90))).toEqual({ cost: 30, items: 1 });
  });

  test("of rooms is more where they have to be free", () => {
    expect(roomsCost({}).cost).toBe(300);
    expect(roomsCost({ freeDuring: {} }).cost).toBe(2_300);
  });

  test("of a search grows with people, rooms and results", () => {
    const input = { required: list(2), optional: list(1), maxResults: 10, ...days(1) };
    expect(meetingTimesCost({ input }).cost).toBe(200 + 30);
    expect(meetingTimesCost({ input: { ...input, rooms: { connectionId: "con" } } }).cost).toBe(6 * 200 + 300 + 1_030);
  });

  test("of faulty arguments is no accident", () => {
    expect(schedulesCost({})).toEqual({ cost: 0, items: 0 });
    expect(meetingTimesCost({ input: null }).cost).toBe(0);
  });
});
