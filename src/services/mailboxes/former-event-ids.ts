import type { GraphConnection } from "../../graph/index.js";
import type { Database } from "../../store/database.js";
import type { AliasPlace, IdPair } from "../../store/event-alias.repository.js";

/**
 * Ids of one mailbox's events that this gateway itself gave up, where Graph has no other way: a move copies, a cut of a
 * series makes a new one. A change notes its pairs before an id stops to work, and settles them when it is done: whenever
 * a process dies, an id works or has a successor.
 */
export class FormerEventIds {
  constructor(
    private readonly db: Pick<Database, "eventAliases">,
    private readonly place: AliasPlace,
  ) {}

  /** The connection, which follows an id that Graph does not know any more to its successor. */
  followedBy(connection: GraphConnection): GraphConnection {
    const successorOf = async (id: string) => (await this.db.eventAliases.presentOf(this.place, id)) ?? undefined;
    return { ...connection, successorOf };
  }

  /** `changeId` names the move or the split, the same at each repetition. */
  note(changeId: string, pairs: readonly IdPair[]): Promise<void> {
    return this.db.eventAliases.note(this.place, changeId, pairs);
  }

  settle(changeId: string): Promise<void> {
    return this.db.eventAliases.shorten(this.place, changeId);
  }

  takeBack(changeId: string): Promise<void> {
    return this.db.eventAliases.forget(this.place, changeId);
  }
}

/** The connection for what is meant for that very id and nothing that took its place. */
export function exactly({ successorOf: _, ...connection }: GraphConnection): GraphConnection {
  return connection;
}
