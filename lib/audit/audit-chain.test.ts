import { beforeEach, expect, test } from 'vitest'
import { DAY_MS } from '../clock.ts'
import { db, transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { SYSTEM } from '../users/model.ts'
import { recordAuditEvent } from './record-audit-event.ts'
import { sealAuditEvents } from './seal-audit-events.ts'
import { verifyAuditLog } from './verify-audit-log.ts'

const write = (n: number) =>
  transaction(tx =>
    recordAuditEvent(tx, SYSTEM, {
      action: 'order.place',
      subject: { type: 'thing', id: `thing_${n}` },
      before: { amount: '9007199254740993', note: 'ünïcode' },
      after: { b: 1, a: [null, 2.5] },
    }),
  )

let ids: string[]
const kinds = async () => (await verifyAuditLog()).findings.map(({ kind, about }) => [kind, about])

beforeEach(async () => {
  await db().$executeRaw`ALTER TABLE audit_events DISABLE TRIGGER ALL`
  await db().$executeRaw`ALTER TABLE audit_chain DISABLE TRIGGER ALL`
  await db().$executeRaw`DELETE FROM audit_events`
  await db().$executeRaw`UPDATE audit_chain SET position = 0, hash = ''`
  await db().$executeRaw`ALTER TABLE audit_events ENABLE TRIGGER ALL`
  await db().$executeRaw`ALTER TABLE audit_chain ENABLE TRIGGER ALL`
  ids = []
  for (let n = 0; n < 6; n++) ids.push(await write(n))
})

/** What somebody does who owns the database and lets no trigger stop them. */
async function tamper(sql: string): Promise<void> {
  await db().$executeRaw`ALTER TABLE audit_events DISABLE TRIGGER ALL`
  expect(await db().$executeRawUnsafe(sql)).toBeGreaterThan(0)
  await db().$executeRaw`ALTER TABLE audit_events ENABLE TRIGGER ALL`
}

test('everything is sealed once, in its order, by any number of sealers; who writes does not wait for them', async () => {
  await Promise.all([sealAuditEvents(), sealAuditEvents(), sealAuditEvents()])
  const rows = await db().auditEvent.findMany({ orderBy: { position: 'asc' } })
  expect(rows.map(({ id, position }) => [id, position])).toEqual(ids.map((id, at) => [id, BigInt(at + 1)]))
  await transaction(async tx => {
    await tx.$queryRaw`SELECT * FROM audit_chain FOR UPDATE`
    ids.push(await write(6))
  })
  expect(await sealAuditEvents()).toBe(1)
  expect(await verifyAuditLog()).toMatchObject({ count: 7n, head: { position: 7n }, findings: [] })
})

test.each([
  ['a change', `UPDATE audit_events SET after = '{}' WHERE subject_id = 'thing_2'`],
  ['a change of the seal', `UPDATE audit_events SET hash = 'x' WHERE subject_id = 'thing_2'`],
  ['taking a seal away', 'UPDATE audit_events SET position = NULL, hash = NULL, previous_hash = NULL'],
  ['a removal', `DELETE FROM audit_events WHERE subject_id = 'thing_2'`],
  ['emptying it', 'TRUNCATE audit_events'],
  [
    'an event that comes with a seal',
    `INSERT INTO audit_events (id, actor_role, action, subject_type, subject_id, ip, user_agent, position, previous_hash, hash)
     VALUES ('aud_x', 'ADMIN', 'x', 'x', 'x', '', '', 99, '', 'x')`,
  ],
  ['setting the end of the chain back', `UPDATE audit_chain SET position = 2`],
  ['removing the end of the chain', 'DELETE FROM audit_chain'],
])('the database refuses %s', async (_name, sql) => {
  await sealAuditEvents()
  await expect(db().$executeRawUnsafe(sql)).rejects.toThrow(/refused/)
  expect(await kinds()).toEqual([])
})

test('what gets past the database is found, and it is said which', async () => {
  await sealAuditEvents()
  await tamper(`UPDATE audit_events SET ip = '10.0.0.1' WHERE subject_id = 'thing_2'`)
  expect(await kinds()).toEqual([['changed', ids[2]]])
})

test('a removed event is found in the middle and at the end', async () => {
  await sealAuditEvents()
  await tamper(`DELETE FROM audit_events WHERE subject_id IN ('thing_1', 'thing_5')`)
  expect(await kinds()).toEqual([
    ['removed', 'place 2'],
    ['cut_off', 'places 6 to 6'],
  ])
})

test('an event that was put in is found: in another’s place, behind the end, or with an old date', async () => {
  await sealAuditEvents()
  const { head } = await verifyAuditLog()
  await tamper(`DELETE FROM audit_events WHERE subject_id = 'thing_3'`)
  const put = (id: string, position: number) => `
    INSERT INTO audit_events (id, actor_role, action, subject_type, subject_id, ip, user_agent, position, previous_hash, hash)
    VALUES ('${id}', 'ADMIN', 'x', 'x', 'x', '', '', ${position}, 'made up', 'made up')`
  await tamper(put('aud_middle', 4))
  await tamper(put('aud_end', 7))
  expect(await kinds()).toEqual([
    ['inserted', 'aud_middle'],
    ['changed', 'aud_middle'],
    ['inserted', ids[4]],
    ['inserted', 'aud_end'],
    ['changed', 'aud_end'],
    ['inserted', 'aud_end'],
  ])
  await tamper(`DELETE FROM audit_events WHERE id LIKE 'aud_%' AND subject_type = 'x'`)
  const createdAt = new Date(Date.now() - DAY_MS)
  const row = { action: 'x', actorRole: 'ADMIN', subjectType: 'x', subjectId: 'x', ip: '', userAgent: '' }
  const late = await db().auditEvent.create({ data: { id: newId('aud'), ...row, createdAt } })
  expect((await kinds()).at(-1)).toEqual(['unsealed', late.id])
  await sealAuditEvents()
  expect((await kinds()).at(-1)).toEqual(['backdated', late.id])
  expect(head.position).toBe(6n)
})

test('a chain that was made anew as a whole is found by an end that was noted elsewhere', async () => {
  await sealAuditEvents()
  const { head } = await verifyAuditLog()
  await tamper(`UPDATE audit_events SET position = NULL, hash = NULL, previous_hash = NULL`)
  await tamper(`UPDATE audit_events SET after = '{}' WHERE subject_id = 'thing_2'`)
  await db().$executeRaw`ALTER TABLE audit_chain DISABLE TRIGGER ALL`
  await db().$executeRaw`UPDATE audit_chain SET position = 0, hash = ''`
  await db().$executeRaw`ALTER TABLE audit_chain ENABLE TRIGGER ALL`
  await sealAuditEvents()
  expect((await verifyAuditLog()).findings).toEqual([])
  expect((await verifyAuditLog(head)).findings.map(({ kind }) => kind)).toEqual(['not_expected'])
})
