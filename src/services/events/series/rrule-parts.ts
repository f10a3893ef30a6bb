import { AppError } from "../../../lib/app-error.js";

/** The longest text that is looked at; the longest rule of use has about 100 characters. */
const LONGEST = 500;

/** The parts of RFC 5545, section 3.3.10, that a pattern of Microsoft's can hold. */
const KNOWN_PARTS = [
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "BYDAY",
  "BYMONTHDAY",
  "BYMONTH",
  "BYSETPOS",
  "WKST",
] as const;
export type RrulePart = (typeof KNOWN_PARTS)[number];
export type RruleParts = Readonly<Partial<Record<RrulePart, string>>>;

/** What Microsoft has no place for, and what to do instead. */
const REFUSED_PARTS: Readonly<Record<string, string>> = {
  BYHOUR: "The time of day is that of `start`. For several times a day, make one series for each.",
  BYMINUTE: "The time of day is that of `start`. For several times an hour, make one series for each.",
  BYSECOND: "The time of day is that of `start`.",
  BYWEEKNO: "Microsoft's patterns know no week numbers. Use FREQ=YEARLY with BYMONTH and BYMONTHDAY or BYDAY.",
  BYYEARDAY: "Microsoft's patterns know no days of the year. Use FREQ=YEARLY with BYMONTH and BYMONTHDAY.",
  BYEASTER: "It is no part of RFC 5545. Make a single event for each date.",
  RSCALE: "Microsoft's patterns are Gregorian. Leave it out, or make a single event for each date.",
  SKIP: "Short months take their last day: use BYMONTHDAY=-1. Leave SKIP out.",
};

/** Lines of iCalendar that are no rule. */
const REFUSED_LINES: Readonly<Record<string, string>> = {
  DTSTART: "The first occurrence is `start`. Give the RRULE alone.",
  DTEND: "The end is `end`. Give the RRULE alone.",
  EXRULE: "Microsoft keeps no rule for exceptions. Make the series, then delete the occurrences.",
  EXDATE: "Microsoft takes no list of exceptions. Make the series, then delete these occurrences.",
  RDATE: "Microsoft's series hold no single dates. Make a single event for each of them.",
};

const VALUES: Readonly<Record<RrulePart, { readonly form: RegExp; readonly example: string }>> = {
  FREQ: { form: /^[A-Z]+$/, example: "FREQ=WEEKLY" },
  INTERVAL: { form: /^\d{1,9}$/, example: "INTERVAL=2" },
  COUNT: { form: /^\d{1,9}$/, example: "COUNT=10" },
  UNTIL: { form: /^\d{8}(T\d{6}Z?)?$/, example: "UNTIL=20261231T090000Z" },
  BYDAY: {
    form: /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)(,([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA))*$/,
    example: "BYDAY=MO,WE",
  },
  BYMONTHDAY: { form: /^[+-]?\d{1,2}(,[+-]?\d{1,2})*$/, example: "BYMONTHDAY=15" },
  BYMONTH: { form: /^\d{1,2}(,\d{1,2})*$/, example: "BYMONTH=5" },
  BYSETPOS: { form: /^[+-]?\d{1,3}(,[+-]?\d{1,3})*$/, example: "BYSETPOS=-1" },
  WKST: { form: /^(SU|MO|TU|WE|TH|FR|SA)$/, example: "WKST=MO" },
};

/**
 * The parts of an RRULE's text, each of a legal form. `RRULE:` before it may be there.
 *
 * @throws AppError INVALID_INPUT that names the part which is no part of RFC 5545 or has no place at Microsoft.
 */
export function rruleParts(text: string): RruleParts {
  const rule = text.trim().replace(/^RRULE[:;]/i, "");
  if (rule.length > LONGEST) throw invalidRule(`A rule has at most ${LONGEST} characters.`);
  const line = /^([A-Z]+)[:;]/i.exec(rule)?.[1]?.toUpperCase() ?? "";
  if (/[\r\n]/.test(rule) || Object.hasOwn(REFUSED_LINES, line)) {
    const [name, remedy] =
      Object.entries(REFUSED_LINES).find(([one]) => new RegExp(`\\b${one}\\b`, "i").test(rule)) ?? [];
    if (name !== undefined) throw invalidRule(`${name} has no place in a rule. ${remedy}`);
    throw invalidRule("Give one RRULE and no other lines.");
  }
  const parts: Partial<Record<RrulePart, string>> = {};
  for (const part of rule.toUpperCase().split(";")) {
    const [name = "", value, ...more] = part.split("=");
    if (value === undefined || more.length > 0) {
      throw invalidRule("A rule is made of parts such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`.");
    }
    const refusal = Object.hasOwn(REFUSED_PARTS, name) ? REFUSED_PARTS[name] : undefined;
    if (refusal !== undefined) throw invalidRule(`${name} cannot be kept by Microsoft. ${refusal}`);
    const known = KNOWN_PARTS.find((one) => one === name);
    if (known === undefined) throw invalidRule(`${shown(name)} is no part of a rule that is known here. Leave it out.`);
    if (parts[known] !== undefined) throw invalidRule(`${name} is there twice. Give it once.`);
    if (!VALUES[known].form.test(value)) {
      throw invalidRule(`The value of ${name} cannot be read. A good one is \`${VALUES[known].example}\`.`);
    }
    parts[known] = value;
  }
  return parts;
}

export function invalidRule(message: string): AppError {
  return new AppError("INVALID_INPUT", message, { path: ["recurrence", "rrule"] });
}

/** What a caller wrote, cut and without signs that logs or pages could take for something else. */
function shown(name: string): string {
  return `\`${name.replace(/[^\w-]/g, "?").slice(0, 20)}\``;
}
