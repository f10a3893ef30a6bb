import {
  And,
  type EntityManager,
  Equal,
  type FindOperator,
  type FindOptionsWhere,
  In,
  LessThan,
  LessThanOrEqual,
  MoreThan,
  MoreThanOrEqual,
  type QueryDeepPartialEntity,
} from "typeorm";
import type { PageRequest, RowPage } from "./page.js";
import type { RowAccess } from "./row-access.js";

/** SQLite accepts 32 766 parameters in a statement; far fewer keep statements short. https://sqlite.org/limits.html */
const IDS_PER_STATEMENT = 500;

type RowClass<Row> = new () => Row;

/** The statements that every table of ours needs; repositories are built on it and decide what may be asked. */
export class RowTable<Row extends { readonly id: string }> {
  readonly #access: RowAccess;
  readonly #row: RowClass<Row>;

  constructor(access: RowAccess, row: RowClass<Row>) {
    this.#access = access;
    this.#row = row;
  }

  /** Rows by id, which nobody may change; what does not exist or does not match `where` is absent. */
  async byIds(ids: readonly string[], where: FindOptionsWhere<Row> = {}): Promise<Map<string, Row>> {
    const found = new Map<string, Row>();
    const remembered = await this.#access.remembered();
    const prefix = JSON.stringify([this.#row.name, where]);
    const keyOf = (id: string) => prefix + id;
    const missing = new Set<string>();
    for (const id of ids) {
      const row = remembered?.rows.get(remembered.version, keyOf(id));
      if (row === undefined) missing.add(id);
      else found.set(id, row as Row);
    }
    if (missing.size === 0) return found;
    const rows = await this.#read([...missing], where);
    for (const row of rows) {
      found.set(row.id, Object.freeze(row));
      remembered?.rows.set(remembered.version, keyOf(row.id), row);
    }
    return found;
  }

  #read(ids: readonly string[], where: FindOptionsWhere<Row>): Promise<readonly Row[]> {
    return this.#access.read(async (manager) => {
      const rows: Row[] = [];
      for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT) {
        const chunk = ids.slice(start, start + IDS_PER_STATEMENT);
        rows.push(...(await manager.find(this.#row, { where: withId(where, In(chunk)) })));
      }
      return rows;
    });
  }

  one(where: FindOptionsWhere<Row>): Promise<Row | null> {
    return this.#access.read((manager) => manager.findOne(this.#row, { where }));
  }

  /** A page by key, so that its cost does not grow with its position. */
  page(request: PageRequest<FindOptionsWhere<Row>>): Promise<RowPage<Row>> {
    const { filter, after, before } = request;
    const size = pageSize(request);
    const backward = request.first === undefined;
    const bounds = [
      ...(after === undefined ? [] : [MoreThan(after)]),
      ...(before === undefined ? [] : [LessThan(before)]),
    ];
    return this.#access.read(async (manager) => {
      const rows = await manager.find(this.#row, {
        where: bounds.length === 0 ? filter : withId(filter, And(...bounds)),
        order: { id: backward ? "DESC" : "ASC" } as never,
        take: size + 1,
      });
      const more = rows.length > size;
      const kept = rows.slice(0, size);
      return {
        rows: backward ? kept.reverse() : kept,
        hasNextPage: (!backward && more) || (await this.#exists(manager, filter, before, MoreThanOrEqual)),
        hasPreviousPage: (backward && more) || (await this.#exists(manager, filter, after, LessThanOrEqual)),
      };
    });
  }

  /** Adds a row and returns it as stored. */
  insert(values: Partial<Row> & { readonly id: string }): Promise<Row> {
    return this.#access.write(async (manager) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(this.#row)
        .values(values as QueryDeepPartialEntity<Row>)
        .updateEntity(false)
        .execute();
      return manager.findOneOrFail(this.#row, { where: withId({}, values.id) });
    });
  }

  /** Changes the row that matches and returns it as stored; null when none does, for example a newer version. */
  update(id: string, where: FindOptionsWhere<Row>, patch: Partial<Row>): Promise<Row | null> {
    return this.#access.write(async (manager) => {
      const result = await manager.update(this.#row, withId(where, id), patch as QueryDeepPartialEntity<Row>);
      return result.affected === 1 ? manager.findOne(this.#row, { where: withId({}, id) }) : null;
    });
  }

  /** True when a row was there to delete. */
  delete(id: string, where: FindOptionsWhere<Row> = {}): Promise<boolean> {
    return this.#access.write(async (manager) => {
      const result = await manager.delete(this.#row, withId(where, id));
      return result.affected === 1;
    });
  }

  async #exists(
    manager: EntityManager,
    filter: FindOptionsWhere<Row>,
    cursor: string | undefined,
    beyond: (id: string) => FindOperator<string>,
  ): Promise<boolean> {
    return cursor !== undefined && manager.exists(this.#row, { where: withId(filter, beyond(cursor)) });
  }
}

/** Adds a condition on the id; one that is there already (the viewer's own organization) keeps holding. */
function withId<Row>(where: FindOptionsWhere<Row>, id: string | FindOperator<string>): FindOptionsWhere<Row> {
  const own = (where as { readonly id?: string | FindOperator<string> }).id;
  return { ...where, id: own === undefined ? id : And(operator(own), operator(id)) } as FindOptionsWhere<Row>;
}

function operator(id: string | FindOperator<string>): FindOperator<string> {
  return typeof id === "string" ? Equal(id) : id;
}

function pageSize(request: { readonly first?: number; readonly last?: number }): number {
  const size = request.first ?? request.last;
  if (size === undefined || (request.first !== undefined && request.last !== undefined)) {
    throw new TypeError("A page needs either first or last.");
  }
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`A page size is a whole number, got ${size}.`);
  return size;
}
