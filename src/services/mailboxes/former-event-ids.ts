import type { GraphConnection } from "../../graph/index.js";
import type { Database } from "../../store/database.js";
import type { AliasPlace, IdPair } from "../../store/event-alias.repository.js";
import type { EventIdentityRecorder } from "./event-identity-recorder.js";
import type { EventSearch } from "./event-search.js";

export interface FormerEventIdsDeps {
  readonly db: Pick<Database, "eventAliases">;
  readonly identities: EventIdentityRecorder;
  readonly search: EventSearch;
  /** Whether lists that hand out ids are remembered too. */
  readonly remembersListed: boolean;
}

/**
 * Ids of one mailbox's events that are not those of Graph any more. Some this gateway itself gave up, where Graph has no other
 * way: a move copies, a cut of a series makes a new one. A change notes its pairs before an id stops to work, and settles
 * them when it is done: whenever a process dies, an id works or has a successor. Others Microsoft changed: their events
 * are looked for.
 */
export class FormerEventIds {
  constructor(
    private readonly deps: FormerEventIdsDeps,
    private readonly place: AliasPlace,
  ) {}

  /** The connection, which remembers whose ids it is told and follows one that Graph does not know any more to its successor. */
  followedBy(connection: GraphConnection, graphUser: string): GraphConnection {
    const { deps, place } = this;
    const { db, identities, search, remembersListed } = deps;
    const told: GraphConnection = {
      ...connection,
      remembersListed,
      onEvents: (events) => identities.seen(place, events),
      beforeRemoval: (eventId) => identities.forget(place, eventId),
    };
    return {
      ...told,
      successorOf: async (eventId, isGone, call) => {
        const noted = await db.eventAliases.presentOf(place, eventId);
        if (noted !== null) return noted;
        return isGone ? search.successorOf({ place, connection: told, graphUser }, eventId, call) : undefined;
      },
    };
  }

  /** `changeId` names the move or the split, the same at each repetition. */
  note(changeId: string, pairs: readonly IdPair[]): Promise<void> {
    return this.deps.db.eventAliases.note(this.place, changeId, pairs);
  }

  settle(changeId: string): Promise<void> {
    return this.deps.db.eventAliases.shorten(this.place, changeId);
  }

  takeBack(changeId: string): Promise<void> {
    return this.deps.db.eventAliases.forget(this.place, changeId);
  }
}

/** The connection for what is meant for that very id and nothing that took its place. */
export function exactly({ successorOf: _, ...connection }: GraphConnection): GraphConnection {
  return connection;
}
