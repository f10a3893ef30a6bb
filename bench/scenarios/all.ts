import { CEILING } from "./ceiling.js";
import { CONNECTIONS } from "./connections.js";
import { CROWDS_SCENARIO } from "./crowds.js";
import { EVERY_CALENDAR } from "./every-calendar.js";
import { EXECUTORS } from "./executors.js";
import { FREE_BUSY } from "./free-busy.js";
import { GROWTH } from "./growth.js";
import { KEPT_MEMORY } from "./kept-memory.js";
import { LARGE_ANSWERS } from "./large-answers.js";
import { LONG_WINDOW } from "./long-window.js";
import { MEMORY } from "./memory.js";
import { PROBES } from "./probes.js";
import type { Scenario } from "./scenario.js";
import { START_UP } from "./start-up.js";
import { STORM } from "./storm.js";
import { TINY } from "./tiny.js";
import { WARM } from "./warm.js";
import { WEEK, WEEK_CONSTANT } from "./week.js";

/** In the order in which they run and are reported. */
export const SCENARIOS: readonly Scenario[] = [
  CEILING,
  WEEK,
  EVERY_CALENDAR,
  FREE_BUSY,
  CROWDS_SCENARIO,
  STORM,
  CONNECTIONS,
  GROWTH,
  LONG_WINDOW,
  TINY,
  START_UP,
  WEEK_CONSTANT,
  WARM,
  EXECUTORS,
  LARGE_ANSWERS,
  PROBES,
  KEPT_MEMORY,
  MEMORY,
];
