import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '#prisma/generated/client.ts'
import { pool } from './sql.ts'
import { unlessUndone } from './unless-undone.ts'

export { Prisma } from '#prisma/generated/client.ts'

/** An open transaction. Functions that demand one cannot be called outside it, so what they write commits with the caller. */
export type Tx = Prisma.TransactionClient

const shared = globalThis as typeof globalThis & { holdfastDb?: PrismaClient }

/** The one database client of this process; connects on first use. */
export function db(): PrismaClient {
  shared.holdfastDb ??= new PrismaClient({ adapter: new PrismaPg(pool(), { disposeExternalPool: true }) })
  return shared.holdfastDb
}

/** Runs `work` in one short transaction, which is done again when it gave way to another. Never call Stripe inside. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return unlessUndone(() => db().$transaction(work, { maxWait: 10_000, timeout: 15_000 }))
}

/** Whether an error is the database refusing a second row for a unique key. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
