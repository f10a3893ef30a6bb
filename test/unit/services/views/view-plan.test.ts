import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, holdsWindow, MAX_WINDOW_DAYS } from "../../../../src/services/events/event-window.js";
import { costOf, coversFields, planReads } from "../../../../src/services/events/views/view-plan.js";
import { question, questions } from "./kit.js";

const shape = (reads: ReturnType<typeof planReads>) =>
  reads.map(({ start, end, fields, questions: asked }) => ({ start, end, fields, asked: asked.length }));
const planned = (asked: number, ...window: Parameters<typeof question>) => {
  const { start, end, fields } = question(...window);
  return { start, end, fields, asked };
};

describe("a plan of reads", () => {
  test("answers each question once, by a read that holds its window and fields, and never costs more", () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const plan = planReads(asked);
        expect(plan.flatMap((read) => read.questions).length).toBe(asked.length);
        expect(new Set(plan.flatMap((read) => read.questions))).toEqual(new Set(asked));
        for (const read of plan) {
          for (const each of read.questions) {
            expect(holdsWindow(read, each)).toBe(true);
            expect(coversFields(read.fields, each.fields)).toBe(true);
          }
          expect(new Set(read.fields)).toEqual(new Set(read.questions.flatMap(({ fields }) => fields)));
        }
        const cost = (reads: readonly { start: Date; end: Date; fields: (typeof asked)[number]["fields"] }[]) =>
          reads.reduce((sum, read) => sum + costOf(read), 0);
        expect(cost(plan)).toBeLessThanOrEqual(cost(asked) + 1e-6);
        expect(plan.length).toBeLessThanOrEqual(asked.length);
      }),
    );
  });

  test("reads no moment that nobody asked for", () => {
    fc.assert(
      fc.property(questions, (asked) => {
        for (const { start, end } of planReads(asked)) {
          for (let at = start.getTime(); at < end.getTime(); at += 3_600_000) {
            expect(asked.some((each) => each.start.getTime() <= at && at < each.end.getTime())).toBe(true);
          }
        }
      }),
    );
  });

  test("makes equal windows one read of all that is asked of them", () => {
    const week = [question(0, 168, "subject"), question(0, 168, "body", "subject"), question(0, 168, "showAs")];
    expect(shape(planReads(week))).toEqual([planned(3, 0, 168, "subject", "body", "showAs")]);
  });

  test("makes overlapping, adjacent and contained windows one read", () => {
    expect(shape(planReads([question(0, 24), question(24, 48)]))).toEqual([planned(2, 0, 48)]);
    expect(shape(planReads([question(12, 36), question(0, 24)]))).toEqual([planned(2, 0, 36)]);
    expect(shape(planReads([question(0, 168), question(24, 48)]))).toEqual([planned(2, 0, 168)]);
  });

  test("keeps windows apart that do not touch, and texts of a day out of a long window", () => {
    expect(planReads([question(0, 24), question(25, 48)])).toHaveLength(2);
    expect(planReads([question(0, 24 * 90, "subject"), question(0, 24, "body")])).toHaveLength(2);
  });

  test("makes no window longer than Graph answers, and none of more than half a year", () => {
    const years = [question(0, 24 * 1_000), question(24 * 900, 24 * 1_900)];
    const weeks = Array.from({ length: 52 }, (_, week) => question(week * 168, (week + 1) * 168));
    expect(planReads(years)).toHaveLength(2);
    for (const { start, end } of planReads([...years, ...weeks])) {
      expect(end.getTime() - start.getTime()).toBeLessThanOrEqual(MAX_WINDOW_DAYS * DAY_MS);
    }
    expect(planReads(weeks)).toHaveLength(2);
  });
});
