import { html } from "../../lib/html.js";
import type { FlowRefusal } from "../../services/authorization/flow.model.js";
import type { Answer } from "../answer.js";
import { pageAnswer } from "./layout.js";

const TEXTS: Readonly<Record<FlowRefusal | "gone", { readonly title: string; readonly text: string }>> = {
  invalid: {
    title: "This address is incomplete",
    text: "Something is missing from the address, or stands in it twice. Open the link that you were given once more, whole.",
  },
  unknown: {
    title: "This link is not known here",
    text: "It was never made by this gateway, or it is gone by now. Ask whoever gave it to you for a new one.",
  },
  used: {
    title: "This link was used already",
    text: "Each link works once. If you pressed Back or reloaded the page, the first time counts. Otherwise ask for a new link.",
  },
  expired: {
    title: "This link has expired",
    text: "Links work for a short time only. Ask whoever gave it to you for a new one.",
  },
  "other-browser": {
    title: "This sign-in was begun in another browser",
    text: "To keep strangers from slipping in an account of theirs, a sign-in ends in the browser in which it began, with cookies allowed. Open the link that you were given again and stay in one browser. If you did not begin a sign-in yourself, close this page: nothing was connected.",
  },
  unusable: {
    title: "This link cannot be used now",
    text: "The connection behind it was switched off or is not complete any more. Tell whoever gave you the link.",
  },
  gone: {
    title: "There is nothing more to show",
    text: "This page can be read for a few minutes, in the browser in which the sign-in was made. What was done stays done.",
  },
};

export const PAGE_REASONS = Object.keys(TEXTS) as readonly (keyof typeof TEXTS)[];

/** Says why nothing was done, without a word about what else there may be. */
export function refusalPage(reason: keyof typeof TEXTS): Answer {
  const { title, text } = TEXTS[reason];
  return pageAnswer({ title, tone: "bad", status: reason === "gone" ? 404 : 400, body: html`<p>${text}</p>` });
}

/** A fault of ours: a number to look it up by in the log, and nothing else. */
export function faultPage(reference: string, status = 500): Answer {
  const body = html`<p>The gateway could not finish this. Nothing was connected. Try the link again; if it fails again, tell whoever runs the gateway this reference:</p>
<p class="address">${reference}</p>`;
  return pageAnswer({ title: "Something went wrong here", tone: "bad", status, body });
}
