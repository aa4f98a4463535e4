import pg from 'pg'
import { Refusal, reasonOf } from '../refusal.ts'

const NETWORK_CODES = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET']

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Says what to do about a database that does not let us in. PostgreSQL's codes: appendix A of its manual. */
function sentenceFor(error: unknown, url: URL): string {
  const place = `${url.hostname}:${url.port || 5432}`
  const name = decodeURIComponent(url.pathname.slice(1))
  const code = codeOf(error)
  if (NETWORK_CODES.includes(code)) {
    return `No PostgreSQL answers at ${place} (DATABASE_URL): start it, correct the address, or remove DATABASE_URL to use the built-in one.`
  }
  if (code === '28P01' || code === '28000') {
    return `PostgreSQL at ${place} does not accept the user or password in DATABASE_URL: correct them, or remove DATABASE_URL to use the built-in one.`
  }
  if (code === '3D000') {
    return `PostgreSQL at ${place} has no database "${name}" (DATABASE_URL): create it, or name another one.`
  }
  return `PostgreSQL at ${place} (DATABASE_URL) cannot be used: ${reasonOf(error)}. Correct DATABASE_URL, or remove it to use the built-in one.`
}

/** Makes sure that a database that is not ours can be used. Throws Refusal with the sentence to show. */
export async function checkExternalDatabase(databaseUrl: string): Promise<void> {
  if (!URL.canParse(databaseUrl)) {
    throw new Refusal(
      'DATABASE_URL is not an address like postgresql://user:password@host:5432/name: correct it, or remove it to use the built-in PostgreSQL.',
    )
  }
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    await client.query('SELECT 1')
  } catch (error) {
    throw new Refusal(sentenceFor(error, new URL(databaseUrl)))
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether nobody has an account yet: the moment for the demo data. */
export async function hasNoUsers(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ found: boolean }>('SELECT EXISTS (SELECT 1 FROM users) AS found')
    return rows[0]?.found === false
  } finally {
    await client.end()
  }
}
