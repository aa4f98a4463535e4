import { expect, test } from 'vitest'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { listAuditInput } from './model.ts'
import { exportAuditEvents, listAuditEvents } from './queries.ts'

async function found(actor: Actor, filters: object): Promise<string[]> {
  const input = listAuditInput.parse(filters)
  const { events } = await listAuditEvents(actor, input)
  const exported: string[] = []
  for await (const { id } of exportAuditEvents(actor, input)) exported.push(id)
  expect(exported).toEqual(events.map(({ id }) => id))
  return events.map(({ action, actorName }) => `${action} by ${actorName ?? 'System'}`)
}

test('the log is narrowed by who, what, of what and day, in list and file alike, for those who may read it', async () => {
  await startLocalStripe()
  const [finance, support] = [await newAdmin('finance'), await newAdmin('support')]
  const employer = await newEmployer()
  const today = new Date().toISOString().slice(0, 10)
  expect(await found(finance, { what: 'user.admin' })).toEqual(Array(2).fill('user.admin_created by System'))
  const own = await found(finance, { who: 'erin emp', from: today, to: today })
  expect(own).toContain('user.signed_up by Erin Employer')
  expect(await found(finance, { who: 'erin emp', to: '2020-01-01' })).toEqual([])
  expect(await found(finance, { who: 'nobody at all' })).toEqual([])
  expect(await found(finance, { object: employer.userId, what: 'user.' })).toHaveLength(1)
  for (const actor of [support, employer]) expect(await found(actor, {})).toEqual([])
})
