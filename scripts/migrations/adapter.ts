import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
  type SqlDriverAdapter,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

// Type numbers of PostgreSQL's catalog (src/include/catalog/pg_type.dat).
const INTERNAL_CHAR = 18
const TEXT = 25
const LETTER_MARK = '\u0000letter'

type AnyQuery = (...args: unknown[]) => Promise<pg.QueryResult>

/**
 * Prisma's adapter refuses the one-letter columns of the system catalog, which describing a database reads. Here they
 * pass through it as text, marked in their name, and `letterColumns` gives them their type.
 */
function poolThatReadsTheCatalog(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl })
  const query: AnyQuery = pool.query.bind(pool)
  const marked: AnyQuery = async (...args) => {
    const result = await query(...args)
    for (const field of result.fields) {
      if (field.dataTypeID !== INTERNAL_CHAR) continue
      field.dataTypeID = TEXT
      field.name += LETTER_MARK
    }
    return result
  }
  pool.query = marked as typeof pool.query
  return pool
}

function letterColumns(result: SqlResultSet): SqlResultSet {
  const isLetter = (name: string) => name.endsWith(LETTER_MARK)
  return {
    ...result,
    columnTypes: result.columnTypes.map((type, index) =>
      isLetter(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
    ),
    columnNames: result.columnNames.map(name => name.replace(LETTER_MARK, '')),
  }
}

export type MigrationAdapter = {
  factory: ErrorCapturingSqlMigrationAwareDriverAdapterFactory
  /** What PostgreSQL said about the script that failed, if one did: the engine itself keeps that to itself. */
  scriptError(): Error | null
  close(): Promise<void>
}

/**
 * What the schema engine reaches a database through. Prisma's own adapter cuts a script at every semicolon, those
 * inside comments and function bodies too; here PostgreSQL takes the whole script in one query and runs it as one
 * transaction, so a migration is applied wholly or not at all. The shadow database is the same one: callers that
 * need one give an empty database.
 */
export function openMigrationAdapter(databaseUrl: string): MigrationAdapter {
  const pool = poolThatReadsTheCatalog(databaseUrl)
  const scripts = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  let failed: Error | null = null
  const prisma = new PrismaPg(pool)
  const open = async (): Promise<SqlDriverAdapter> => {
    const adapter = await prisma.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async sql => letterColumns(await queryRaw(sql))
    adapter.executeScript = async script => {
      await scripts.query(script).catch((error: Error) => {
        failed = error
        throw error
      })
    }
    return adapter
  }
  return {
    factory: bindMigrationAwareSqlAdapterFactory({
      provider: prisma.provider,
      adapterName: prisma.adapterName,
      connect: open,
      connectToShadowDb: open,
    }),
    scriptError: () => failed,
    close: async () => {
      await Promise.all([pool.end(), scripts.end()])
    },
  }
}
