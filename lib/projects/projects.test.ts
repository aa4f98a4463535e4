import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { deliverOrder } from '../orders/deliver-order.ts'
import { authorizeOrder } from '../payments/authorize-order.ts'
import { capturePayment } from '../payments/capture-payment.ts'
import { releaseHold } from '../payments/release-hold.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newContractor, newEmployer, newParties } from '../testing/marketplace.ts'
import { endProject } from './end-project.ts'
import { nextMilestone, type PlaceProjectInput, placeProjectInput, projectSums } from './model.ts'
import { placeProject } from './place-project.ts'
import { getProject } from './queries.ts'

let parties: Parties
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})
afterEach(expectInvariants)

const form = (more: Record<string, string> = {}) => ({
  requestKey: newRequestKey(),
  contractorId: parties.contractor.userId,
  title: 'A garden',
  description: 'From the first spade to the last tree.',
  currency: 'usd',
  milestone1Title: 'Earthworks',
  milestone1Amount: '100',
  milestone3Title: 'Paths',
  milestone3Amount: '250.50',
  milestone4Title: 'Trees',
  milestone4Amount: '1000',
  ...more,
})
const input = (more?: Record<string, string>): PlaceProjectInput => placeProjectInput.parse(form(more))
const place = async (given = input()) =>
  expectOk(await placeProject(parties.employer, given), 'place').projectId
const project = async (projectId: string, by = parties.employer) => {
  const found = await getProject(by, projectId)
  if (!found) throw new Error('There is no such project')
  return found
}
const hold = async (orderId: string) => {
  const form = { orderId, savedCardId: parties.savedCardId, requestKey: newRequestKey() }
  expectOk(await authorizeOrder(parties.employer, form), 'hold')
}

test('a form’s milestones are the rows that something is written in; what is wrong stands at its field', () => {
  const read = (fields: Record<string, string>) => placeProjectInput.safeParse(form(fields))
  expect(input().milestones).toEqual([
    { title: 'Earthworks', amount: 10_000n },
    { title: 'Paths', amount: 25_050n },
    { title: 'Trees', amount: 100_000n },
  ])
  const paths = (fields: Record<string, string>) =>
    read(fields).error?.issues.map(({ path }) => path.join('.'))
  expect(paths({ milestone3Title: '' })).toEqual(['milestone3Title'])
  expect(paths({ milestone3Amount: '0.10', milestone4Amount: 'a lot' })).toEqual([
    'milestone3Amount',
    'milestone4Amount',
  ])
  const empty = { milestone3Title: ' ', milestone3Amount: '', milestone4Title: '', milestone4Amount: '' }
  expect(paths(empty)).toEqual(['milestone2Title'])
  expect(paths({ currency: 'xxx' })).toContain('milestone1Amount')
})

test('a project is an order for each milestone, once, and nobody else’s business', async () => {
  const given = input()
  const many = await Promise.all(Array.from({ length: 5 }, () => placeProject(parties.employer, given)))
  const ids = new Set(many.map(one => expectOk(one, 'place').projectId))
  expect(ids.size).toBe(1)
  const [projectId = ''] = ids
  const found = await project(projectId, parties.contractor)
  expect(found.milestones.map(({ title, amount, status }) => ({ title, amount, status }))).toEqual([
    { title: 'A garden, part 1 of 3: Earthworks', amount: 10_000n, status: 'placed' },
    { title: 'A garden, part 2 of 3: Paths', amount: 25_050n, status: 'placed' },
    { title: 'A garden, part 3 of 3: Trees', amount: 100_000n, status: 'placed' },
  ])
  const other = { ...given, milestones: given.milestones.toReversed() }
  expect(await placeProject(parties.employer, other)).toMatchObject({ error: 'request_key_reused' })
  for (const stranger of [await newEmployer(), await newContractor()]) {
    expect(await getProject(stranger, projectId)).toBeNull()
    expect(await endProject(stranger, { projectId })).toMatchObject({ error: 'not_found' })
  }
  expect(await placeProject(parties.contractor, input())).toMatchObject({ error: 'not_found' })
  expect(await placeProject(parties.employer, { ...input(), currency: 'jpy' })).toMatchObject({
    error: 'currency_not_payable',
  })
})

test('each milestone has its own hold, and ending the project cancels those that have not begun', async () => {
  const projectId = await place()
  const [first, second, third] = (await project(projectId)).milestones.map(({ id }) => id)
  if (!first || !second || !third) throw new Error('Not three milestones')
  await hold(first)
  expectOk(await deliverOrder(parties.contractor, { orderId: first, note: '' }), 'deliver')
  expectOk(await capturePayment(parties.employer, { orderId: first, amount: '80' }), 'approve a part')
  const afterFirst = await project(projectId)
  expect(projectSums(afterFirst)).toEqual({ paid: 8_000n, held: 0n, open: 125_050n })
  expect(nextMilestone(afterFirst)?.id).toBe(second)
  await hold(second)
  expect(projectSums(await project(projectId))).toEqual({ paid: 8_000n, held: 25_050n, open: 100_000n })

  expect(await endProject(parties.contractor, { projectId })).toEqual({ ok: true, value: 1 })
  expect(await endProject(parties.employer, { projectId })).toEqual({ ok: true, value: 0 })
  const ended = await project(projectId)
  expect(ended.milestones.map(({ status }) => status)).toEqual(['completed', 'held', 'canceled'])
  expect(nextMilestone(ended)).toBeNull()
  expect(await db().payment.count({ where: { orderId: third } })).toBe(0)
  expectOk(await releaseHold(parties.employer, { orderId: second, note: '' }), 'release')
})
