import type { Department } from "./departments.js";
import type { Office } from "./offices.js";

/** Somebody or something with a calendar; numbers count over people, rooms and partners together. */
interface PartyBase {
  readonly number: number;
  /** Object id in its own directory. */
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly office: Office;
}

export interface Person extends PartyBase {
  readonly kind: "person";
  readonly givenName: string;
  readonly surname: string;
  readonly jobTitle: string;
  readonly department: Department;
  /** Number of the one this person reports to; undefined for heads of departments. */
  readonly manager: number | undefined;
}

export interface Room extends PartyBase {
  readonly kind: "room";
  readonly capacity: number;
  readonly floor: number;
  readonly hasVideo: boolean;
  readonly hasDisplay: boolean;
  readonly isAccessible: boolean;
}

/** Somebody of another organization, who is a guest in this one. */
export interface Partner extends PartyBase {
  readonly kind: "partner";
  readonly givenName: string;
  readonly surname: string;
  readonly guestId: string;
}

export type Party = Person | Room | Partner;

export interface Team {
  readonly number: number;
  readonly name: string;
  readonly department: Department;
  readonly office: Office;
  /** The first one leads. */
  readonly people: readonly Person[];
}

/** Who and what there is, before any of it is in a store. */
export interface Staff {
  readonly seed: number;
  readonly people: readonly Person[];
  readonly rooms: readonly Room[];
  readonly partners: readonly Partner[];
  readonly teams: readonly Team[];
}
