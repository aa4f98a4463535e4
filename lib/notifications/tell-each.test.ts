import { beforeAll, expect, test } from 'vitest'
import { db, Prisma } from '../db.ts'
import { newRequestKey } from '../ids.ts'
import { setPreferences } from '../preferences/set-preferences.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newEmployer } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import type { Notice } from './notify.ts'
import { tellEach } from './tell-each.ts'

/** More than two pages. */
const FACTS = 450

beforeAll(() => startLocalStripe())

/** Facts that somebody has not been told of yet, found as reminders find theirs. */
function untold(recipientId: string) {
  const prefix = `test:${newRequestKey()}:`
  const page = (after: string, limit: number) => Prisma.sql`
    SELECT key FROM generate_series(1, ${FACTS}::int) AS number, lpad(number::text, 5, '0') AS key
    WHERE key > ${after}::text AND NOT EXISTS (SELECT FROM notifications n
      WHERE n.recipient_id = ${recipientId}::text AND n.fact = ${prefix}::text || key)
    ORDER BY key LIMIT ${limit}`
  const noticeOf = ({ key }: { key: string }): Notice => {
    const data = { until: '2026-12-31T00:00:00.000Z' }
    return { kind: 'card_expires', recipientId, orderId: null, fact: prefix + key, data }
  }
  return () => tellEach(page, noticeOf)
}

const notificationsOf = ({ userId }: Actor) => db().notification.count({ where: { recipientId: userId } })

test('all that is found is told, once, also by two workers that find the same', async () => {
  const employer = await newEmployer()
  const tell = untold(employer.userId)
  const [one, other] = await Promise.all([tell(), tell()])
  expect(one + other).toBe(FACTS)
  expect(await tell()).toBe(0)
  expect(await notificationsOf(employer)).toBe(FACTS)
})

test('somebody who wishes to hear of none of it is passed by, however much it is', async () => {
  const employer = await newEmployer()
  await setPreferences(employer, { 'reminders.inApp': false, 'reminders.email': false })
  expect(await untold(employer.userId)()).toBe(0)
  expect(await notificationsOf(employer)).toBe(0)
})
