import { z } from "zod";
import { findZone } from "../core/time-zones.js";
import { instantOfIso, readIso } from "../core/zoned-time.js";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const text = z.string().min(1, "This must not be empty.");

export const guid = z.string().regex(GUID, "This is no id; use a GUID such as 7d1c5b52-4f0e-4c1a-9a6e-0d6a3c2f1b10.");

export const address = z.string().regex(ADDRESS, "This is no address; use a form such as ann.lee@quarry.example.");

export const domain = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, "This is no domain; use a form such as quarry.example.");

export const zone = z.string().refine((name) => findZone(name) !== undefined, {
  error: ({ input }) =>
    `"${String(input)}" is no time zone; use a Windows name such as "GMT Standard Time" or an IANA name such as "Europe/London".`,
});

export const instant = z.string().refine((value) => instantOfIso(value) !== undefined, {
  error: ({ input }) => `"${String(input)}" is no instant; use a form such as 2026-03-02T08:00:00Z.`,
});

export const localTime = z
  .string()
  .refine((value) => readIso(value)?.offsetMs === undefined && readIso(value) !== undefined, {
    error: ({ input }) =>
      `"${String(input)}" is no local time; use a form such as 2026-03-02T09:00, without an offset.`,
  });

export const date = z.string().refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && readIso(value) !== undefined, {
  error: ({ input }) => `"${String(input)}" is no date; use a form such as 2026-03-02.`,
});

export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'This is no time of day; use a form such as "09:30", in quotes.');

export const minutes = z.int().positive("This must be a number of minutes above 0.");

export const permission = z
  .string()
  .regex(/^[A-Za-z]\w*(\.\w+)*$/, "This is no name of a permission; use a form such as Calendars.ReadWrite.");
