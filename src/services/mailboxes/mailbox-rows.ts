import { isEmail } from "class-validator";
import type { DirectoryPerson } from "../directory/directory-people.js";

/** One mailbox to be specified, as it came. */
export interface MailboxRow {
  /** Place in the list, or line of the CSV text, from 1. */
  readonly line: number;
  readonly address: string;
  readonly displayName: string | null;
  /** Who it is, where the directory itself named the row. */
  readonly person?: DirectoryPerson;
}

/** Why a row is refused. */
export interface RowProblem {
  readonly field: "address" | "displayName";
  readonly message: string;
}

const LONGEST_NAME = 200;
/** What spreadsheets take for a formula when they open a list with the name or the address in it. */
const FORMULA = /^[=+\-@\t\r]/;
/** Stands where a file of another encoding was read as UTF-8. */
const LOST_CHARACTER = "\uFFFD";

/** The first thing that is wrong with a row; undefined for a good one. */
export function problemOf({ address, displayName, person }: MailboxRow): RowProblem | undefined {
  if (person?.isGuest === true) {
    return { field: "address", message: "A guest's mailbox is in another tenant, which this connection cannot reach." };
  }
  if (address === "") return { field: "address", message: "There is no address." };
  if (FORMULA.test(address) || !isEmail(address)) {
    return { field: "address", message: "The address must look like ann@example.com." };
  }
  if (displayName === null) return undefined;
  if (displayName.includes(LOST_CHARACTER)) {
    return {
      field: "displayName",
      message: "The name has a character that was lost on the way. Save the file as UTF-8.",
    };
  }
  if (FORMULA.test(displayName)) {
    return {
      field: "displayName",
      message: "A name cannot begin with = + - @ or a control character: spreadsheets would run it as a formula.",
    };
  }
  if (displayName.length > LONGEST_NAME || /\p{Cc}/u.test(displayName)) {
    return { field: "displayName", message: `A display name has 1 to ${LONGEST_NAME} characters on one line.` };
  }
  return undefined;
}
