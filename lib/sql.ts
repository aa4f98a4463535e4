import { createHash } from 'node:crypto'
import pg from 'pg'
import { env } from './env.ts'
import { unlessUndone } from './unless-undone.ts'

/** One statement with its values, as `Prisma.sql` composes it. Its text may vary only as far as it is known when it is written. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** Sends one statement and returns its rows. `bigint` columns are bigint, and `timestamp` columns are UTC. */
export type Run = <Row>(statement: Statement) => Promise<Row[]>

const CONNECTIONS_MAX = 10
/** How long somebody waits for a connection before that is an error. */
const CONNECT_MS_MAX = 20_000
/** How long a statement may take. The connection of one that takes longer is given up, so the server undoes its transaction. */
const ANSWER_MS_MAX = 15_000

const shared = globalThis as typeof globalThis & { holdfastPool?: pg.Pool }

/**
 * A connection that was given back in the middle of a transaction is given up: what its next user wrote would seem to be committed
 * and be undone with it.
 */
function giveUpUnlessIdle(_error: unknown, client: pg.PoolClient): void {
  const status = client.getTransactionStatus()
  if (status === 'T' || status === 'E') void client.end()
}

/** The connections of this process, for Prisma and for statements that go past it; opened on first use. */
export function pool(): pg.Pool {
  if (!shared.holdfastPool || shared.holdfastPool.ending) {
    shared.holdfastPool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: CONNECTIONS_MAX,
      connectionTimeoutMillis: CONNECT_MS_MAX,
    })
    // One that broke while nobody used it is replaced at the next use; without a listener it would end the process.
    shared.holdfastPool.on('error', () => undefined)
    shared.holdfastPool.on('release', giveUpUnlessIdle)
  }
  return shared.holdfastPool
}

const OID = { bigint: 20, timestamp: 1114 }

const TYPES = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === OID.bigint) return BigInt
    if (oid === OID.timestamp) return (text: string) => new Date(`${text.replace(' ', 'T')}Z`)
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

const names = new Map<string, string>()

/** PostgreSQL keeps the plan of a statement under a name, for each connection; equal texts have equal names. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

function queryOf({ text, values }: Statement): pg.QueryConfig & { query_timeout: number } {
  return { name: nameOf(text), text, values: [...values], types: TYPES, query_timeout: ANSWER_MS_MAX }
}

/**
 * Sends one statement past Prisma, committed by itself: for the paths where Prisma's own work costs more than the
 * statement (docs/decisions/0008-hot-paths.md). Dates are given as ISO 8601 in UTC.
 */
export const run: Run = async <Row>(statement: Statement) =>
  (await unlessUndone(() => pool().query(queryOf(statement)))).rows as Row[]

async function tryTogether<T>(work: (run: Run) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  // A connection that breaks between two statements says so here, and to the next of them.
  const ignore = () => undefined
  client.on('error', ignore)
  const release = (error?: Error) => {
    client.off('error', ignore)
    client.release(error)
  }
  try {
    await client.query('BEGIN')
    const value = await work(async <Row>(statement: Statement) => {
      return (await client.query(queryOf(statement))).rows as Row[]
    })
    await client.query('COMMIT')
    release()
    return value
  } catch (error) {
    // What the server itself refused leaves the connection usable; of anything else it is not known what the server is doing.
    if (error instanceof pg.DatabaseError) await client.query('ROLLBACK').then(() => release(), release)
    else release(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
}

/** Several statements in one short transaction, which is done again when it gave way to another. Never call Stripe inside. */
export const runTogether = <T>(work: (run: Run) => Promise<T>): Promise<T> =>
  unlessUndone(() => tryTogether(work))
