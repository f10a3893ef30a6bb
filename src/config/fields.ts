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

/** A mail address, alone or behind a name: `ann@example.com` or `Ann Lee <ann@example.com>`. */
export const mailbox = () =>
  z.string().transform((text, context) => {
    const [, name = "", bracketed, bare] = MAILBOX.exec(text.trim()) ?? [];
    const address = bracketed ?? bare;
    if (address !== undefined) return { name: name.trim().replace(/^"(.*)"$/, "$1"), address };
    context.addIssue({ code: "custom", message: "must look like Calendars <calendars@example.com>" });
    return z.NEVER;
  });

const MAILBOX = /^(?:([^<>\p{Cc}]*)<([^\s<>@,;"]+@[^\s<>@,;"]+)>|([^\s<>@,;"]+@[^\s<>@,;"]+))$/u;
