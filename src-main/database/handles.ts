import type Database from 'better-sqlite3'
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
} from 'kysely'
import type { Tables } from './tables.ts'

declare const reading: unique symbol
declare const writing: unique symbol

/** A handle that may only read. Query functions take it first and say by its type what they do. */
export interface ReadHandle {
  readonly connection: Database.Database
  /** Set where the handle reads the workspace as it was (`as-known.ts`): what becomes of a statement's SQL. */
  readonly rewritten?: (sql: string) => string
  readonly [reading]: true
}

/** A handle inside one change: it exists only while `Workspace.change` runs, so nothing is written outside a transaction. */
export interface WriteHandle extends ReadHandle {
  readonly transactionId: string
  /** The moment of the change, ISO 8601 in UTC; the same for all its rows. */
  readonly at: string
  readonly officer: string
  readonly newId: () => string
  readonly [writing]: true
}

/**
 * Kysely as a typed writer of SQL only. SQLite answers at once, so the compiled statement runs straight on the
 * connection: a change never has an `await` in its middle.
 */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

interface Compilable<Row> {
  compile(): CompiledQuery<Row>
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[], unknown>>>()

/** A prepared statement, kept for the life of the connection. `Row` is what the statement's SQL answers. */
export function statement<Row>(db: ReadHandle, sql: string): Database.Statement<unknown[], Row> {
  // A date that is looked back to is seldom asked about twice, so its statements are not kept.
  if (db.rewritten) return db.connection.prepare<unknown[], Row>(db.rewritten(sql))
  let kept = statements.get(db.connection)
  if (!kept) {
    kept = new Map()
    statements.set(db.connection, kept)
  }
  const known = kept.get(sql)
  if (known) return known as Database.Statement<unknown[], Row>
  const made = db.connection.prepare<unknown[], Row>(sql)
  kept.set(sql, made)
  return made
}

/** Reads in `work` all see the workspace at one moment, whatever another process writes meanwhile. */
export function snapshot<T>(db: ReadHandle, work: () => T): T {
  if (db.connection.inTransaction) return work()
  db.connection.exec('BEGIN')
  try {
    return work()
  } finally {
    db.connection.exec('COMMIT')
  }
}

/** All rows that a query answers. */
export function all<Row>(db: ReadHandle, query: Compilable<Row>): Row[] {
  const { sql, parameters } = query.compile()
  return statement<Row>(db, sql).all(...parameters)
}

/** The first row, or undefined. */
export function first<Row>(db: ReadHandle, query: Compilable<Row>): Row | undefined {
  const { sql, parameters } = query.compile()
  return statement<Row>(db, sql).get(...parameters)
}

/** Runs a change; answers how many rows it touched. */
export function run(db: WriteHandle, query: Compilable<unknown>): number {
  const { sql, parameters } = query.compile()
  return statement(db, sql).run(...parameters).changes
}

/**
 * An insert that is compiled once for many rows (imports). The function it answers takes the values in the order of
 * `columns`.
 */
export function inserter<Table extends keyof Tables>(
  db: WriteHandle,
  table: Table,
  columns: readonly (keyof Tables[Table] & string)[],
): (values: readonly unknown[]) => void {
  const prepared = statement(db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
  return (values) => {
    prepared.run(...values)
  }
}
