import pg from 'pg'
import { KeptRow } from './kept-row.ts'
import type { Kind } from './kinds.ts'
import type { LoadedRow, Persistence } from './store.ts'

/**
 * Keeps all rows in one JSONB table of a schema of its own. One transaction of the emulator is one
 * statement here, so the database's own atomicity is the emulator's.
 */
export class PostgresPersistence implements Persistence {
  #pool: pg.Pool
  #table: string
  #lock: pg.PoolClient

  private constructor(pool: pg.Pool, table: string, lock: pg.PoolClient) {
    this.#pool = pool
    this.#table = table
    this.#lock = lock
  }

  /**
   * Connects and creates what is missing.
   * @param schema a plain lower-case name; the app's own tables are in another schema.
   */
  static async open(databaseUrl: string, schema: string): Promise<PostgresPersistence> {
    if (!/^[a-z_][a-z0-9_]{0,60}$/.test(schema)) throw new Error(`"${schema}" cannot be the name of a schema`)
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 })
    // An idle connection that the server closes must not end the process: the next query opens another.
    pool.on('error', error =>
      process.stderr.write(`local stripe: database connection lost: ${error.message}\n`),
    )
    const lock = await lockSchema(pool, schema)
    const table = `"${schema}".objects`
    await pool.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`)
    await pool.query(
      `CREATE TABLE IF NOT EXISTS ${table} (kind text, id text, account text NOT NULL, seq bigint NOT NULL,
       value jsonb NOT NULL, PRIMARY KEY (kind, id))`,
    )
    // In the order of creation, for reading everything at the start.
    await pool.query(`CREATE INDEX IF NOT EXISTS objects_by_seq ON ${table} (seq)`)
    return new PostgresPersistence(pool, table, lock)
  }

  /** All rows in the order of their creation; a value is only parsed when somebody looks at it. */
  async *load(fields: readonly string[]): AsyncGenerator<LoadedRow[]> {
    const client = await this.#pool.connect()
    const places = new Map(fields.map((name, index) => [name, FIXED_COLUMNS + index]))
    const columns = fields.map((_, index) => `, value->>$${index + 1}`).join('')
    try {
      await client.query('BEGIN READ ONLY')
      await client.query(
        `DECLARE everything NO SCROLL CURSOR FOR
         SELECT kind, id, account, seq, value::text${columns} FROM ${this.#table} ORDER BY seq`,
        [...fields],
      )
      for (;;) {
        const text = `FETCH ${LOAD_BATCH} FROM everything`
        const { rows } = await client.query<string[]>({ text, rowMode: 'array' })
        if (rows.length === 0) break
        yield rows.map(columns => ({
          row: loaded(columns),
          field: name => columns[places.get(name) ?? -1],
        }))
      }
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }

  async save(changed: KeptRow[], removed: { kind: string; id: string }[]): Promise<void> {
    await this.#pool.query(
      `WITH gone AS (
         DELETE FROM ${this.#table} o USING unnest($6::text[], $7::text[]) AS r(kind, id)
         WHERE o.kind = r.kind AND o.id = r.id)
       INSERT INTO ${this.#table} (kind, id, account, seq, value)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::jsonb[])
       ON CONFLICT (kind, id) DO UPDATE SET value = excluded.value, account = excluded.account`,
      [
        changed.map(row => row.kind),
        changed.map(row => row.id),
        changed.map(row => row.account),
        changed.map(row => row.seq),
        changed.map(row => row.text),
        removed.map(row => row.kind),
        removed.map(row => row.id),
      ],
    )
  }

  async clear(): Promise<void> {
    await this.#pool.query(`TRUNCATE ${this.#table}`)
  }

  async close(): Promise<void> {
    // Destroyed, not returned: the lock goes with the connection.
    this.#lock.release(true)
    await this.#pool.end()
  }
}

const LOAD_BATCH = 5000
/** Kind, id, account, seq and the value's text. */
const FIXED_COLUMNS = 5

function loaded([kind, id = '', account = '', seq, text = 'null']: string[]): KeptRow {
  return KeptRow.read({ kind: kind as Kind, id, account, seq: Number(seq) }, text)
}

const LOCK_TRIES = 50

/**
 * Makes sure that no other emulator writes to this schema: each believes that its memory is the truth. The
 * lock lives as long as its connection, so a killed emulator does not leave it behind.
 * @throws Error when another one keeps it for more than five seconds.
 */
async function lockSchema(pool: pg.Pool, schema: string): Promise<pg.PoolClient> {
  const keeper = await pool.connect()
  keeper.on('error', () => undefined)
  for (let tries = 0; tries < LOCK_TRIES; tries++) {
    const sql = "SELECT pg_try_advisory_lock(hashtext('local stripe'), hashtext($1)) AS locked"
    const found = await keeper.query(sql, [schema])
    if (found.rows[0]?.locked) return keeper
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  keeper.release()
  await pool.end()
  throw new Error(`Another local Stripe is using the schema "${schema}" of this database. Stop it first.`)
}
