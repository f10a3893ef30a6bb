import { z } from "zod";

/** A whole number given as text, with its bounds in the error. */
export const integer = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

/** A switch given as text: true/false, 1/0, yes/no, on/off. */
export const flag = () =>
  z
    .string()
    .toLowerCase()
    .pipe(z.enum(["true", "1", "yes", "on", "false", "0", "no", "off"], { error: "must be true or false" }))
    .transform((text) => ["true", "1", "yes", "on"].includes(text));

/** A root address without a trailing slash. */
export const rootUrl = () =>
  z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .transform((text) => text.replace(/\/+$/, ""));

/** Comma-separated texts, trimmed, empty ones left out. */
export const list = () =>
  z.string().transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );
