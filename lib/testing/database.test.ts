import { describe, expect, test } from 'vitest'
import { db } from '#lib/db.ts'

describe('the database of a test file', () => {
  test('has its own name, our tables and the job queue, and no users', async () => {
    const [row] = await db().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`
    expect(row?.name).toMatch(/^test_[0-9a-f]{16}$/)
    expect(await db().user.count()).toBe(0)
    const [jobs] = await db().$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM graphile_worker.jobs`
    expect(jobs?.count).toBe(0n)
  })

  test('runs with the guards that the schema language cannot say', async () => {
    await expect(db().$executeRaw`UPDATE audit_events SET action = 'x'`).resolves.toBe(0)
    const triggers = await db().$queryRaw<{ tgname: string }[]>`
      SELECT tgname FROM pg_trigger WHERE tgname LIKE '%append_only'`
    expect(triggers.map(trigger => trigger.tgname).sort()).toEqual([
      'audit_events_append_only',
      'commission_rules_append_only',
      'ledger_accounts_append_only',
      'ledger_transactions_append_only',
      'order_events_append_only',
      'order_files_append_only',
      'order_messages_append_only',
      'postings_append_only',
    ])
  })
})
