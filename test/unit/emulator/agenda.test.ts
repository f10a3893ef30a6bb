import { describe, expect, test } from "vitest";
import { Agenda } from "../../../emulator/core/agenda.js";
import { createClock } from "../../../emulator/core/clock.js";

const startAgenda = (source = () => 1_000) => {
  const clock = createClock(source);
  const agenda = new Agenda(clock);
  const done: string[] = [];
  return { clock, agenda, done, note: (text: string) => () => done.push(text) };
};

describe("the agenda", () => {
  test("runs tasks in the order of their times when the clock passes them, and each once", () => {
    const { clock, agenda, done, note } = startAgenda();
    agenda.after(20, note("second"));
    agenda.after(10, note("first"));
    agenda.at(5_000, note("far"));
    expect(done).toEqual([]);
    clock.advance(20);
    clock.advance(20);
    expect(done).toEqual(["first", "second"]);
    expect(agenda.size).toBe(1);
    agenda.close();
  });

  test("runs what is due at once, also what a task plans, in order", () => {
    const { agenda, done, note } = startAgenda();
    agenda.after(0, () => {
      agenda.after(0, note("planned inside"));
      done.push("outer");
    });
    expect(done).toEqual(["outer", "planned inside"]);
  });

  test("forgets what was taken off, cleared or closed", () => {
    const { clock, agenda, done, note } = startAgenda();
    const takeOff = agenda.after(5, note("off"));
    agenda.after(5, note("kept"));
    takeOff();
    clock.advance(5);
    agenda.after(5, note("cleared"));
    agenda.clear();
    agenda.after(5, note("closed"));
    agenda.close();
    clock.advance(60);
    expect(done).toEqual(["kept"]);
  });

  test("runs by real time too, when nobody moves the clock", async () => {
    const { agenda } = startAgenda(Date.now);
    const startedAt = Date.now();
    await new Promise<void>((resolve) => agenda.after(30, resolve));
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(29);
    agenda.close();
  });
});
