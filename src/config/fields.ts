import { z } from "zod";

/** A whole number given as text, with its bounds in the error. */
export const integer = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** A switch given as text: true/false, 1/0, yes/no, on/off. */
export const flag = () =>
  z
    .string()
    .toLowerCase()
    .pipe(z.enum(["true", "1", "yes", "on", "false", "0", "no", "off"]))
    .transform((text) => ["true", "1", "yes", "on"].includes(text));

/** A root address without a trailing slash. */
export const rootUrl = () => z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ""));

/** Comma-separated texts, trimmed, empty ones left out. */
export const list = () =>
  z.string().transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );
