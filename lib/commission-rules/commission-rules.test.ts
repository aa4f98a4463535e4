import { beforeAll, expect, test } from 'vitest'
import type { ListingCategory } from '../catalogue/category-model.ts'
import { DAY_MS, now } from '../clock.ts'
import { db } from '../db.ts'
import { arrangeListing } from '../demo/arrange-listing.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { commissionFor } from '../orders/commission.ts'
import { placeOrder } from '../payments/place-order.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import { setCommissionRuleInput } from './model.ts'
import { listCommissionRules, previewCommission } from './queries.ts'
import { setCommissionRule } from './set-commission-rule.ts'

beforeAll(async () => {
  await startLocalStripe()
})

const day = (days: number) => new Date(now().getTime() + days * DAY_MS).toISOString().slice(0, 10)
const form = (fields: object) =>
  setCommissionRuleInput.parse({
    requestKey: newRequestKey(),
    percent: '5',
    startsOn: day(0),
    reason: 'So.',
    ...fields,
  })
const refused = (error: string) => ({ ok: false, error })

test('the nearest rule that has begun counts for new orders, and no order that was made before changes', async () => {
  const [parties, owner, finance] = [await newParties(), await newAdmin(), await newAdmin('finance')]
  const { userId: contractorId } = parties.contractor
  const rate = async (currency: 'usd' | 'eur' = 'usd', at?: Date) => {
    const { bps, fixed } = await commissionFor({ contractorId, currency }, db(), at)
    return `${bps} + ${fixed}`
  }
  const before = await newOrder(parties, 'placed')
  expect(await rate()).toBe('1000 + 0')
  expect(await setCommissionRule(finance, form({}))).toEqual(refused('not_found'))
  expect(await setCommissionRule(owner, form({ contractor: 'nobody@example.com' }))).toEqual(
    refused('contractor_unknown'),
  )
  expect(await setCommissionRule(owner, form({ fixed: '0.30' }))).toEqual(refused('fixed_invalid'))
  expect(await setCommissionRule(owner, form({ startsOn: day(-1) }))).toEqual(refused('in_the_past'))

  const once = form({ percent: '8' })
  await Promise.all([setCommissionRule(owner, once), setCommissionRule(owner, once)])
  expect(await setCommissionRule(owner, { ...once, percent: '9' })).toEqual(refused('request_key_reused'))
  expect(await rate()).toBe('800 + 0')
  await setCommissionRule(
    owner,
    form({ contractor: contractorId, percent: '5.25', currency: 'usd', fixed: '0.30' }),
  )
  expect([await rate(), await rate('eur')]).toEqual(['525 + 30', '800 + 0'])
  await setCommissionRule(owner, form({ contractor: contractorId, percent: '', startsOn: day(3) }))
  expect([await rate(), await rate('usd', new Date(now().getTime() + 4 * DAY_MS))]).toEqual([
    '525 + 30',
    '800 + 0',
  ])
  const after = await newOrder(parties, 'placed')
  const orders = await db().order.findMany({ where: { id: { in: [before, after] } }, orderBy: { id: 'asc' } })
  expect(orders.map(({ commissionBps, commissionAmount }) => [commissionBps, commissionAmount])).toEqual([
    [1000, 1000n],
    [525, 555n],
  ])

  const looked = { contractor: contractorId, listingId: '', category: null, currency: 'usd' } as const
  const preview = await previewCommission(owner, looked)
  const rules = await listCommissionRules(owner)
  expect(rules.find(({ id }) => id === preview?.ruleId)).toMatchObject({
    bps: 525,
    scope: { kind: 'contractor' },
  })
  expect(rules.map(({ bps, isComing }) => [bps, isComing])).toEqual([
    [null, true],
    [525, false],
    [800, false],
  ])
  expect(await listCommissionRules(finance)).toEqual([])
  await expect(db().commissionRule.updateMany({ data: { bps: 0 } })).rejects.toThrow(/append-only/)
})

test('a category’s rule is for listings of it, behind those of the listing and its contractor', async () => {
  const [parties, owner] = [await newParties(), await newAdmin()]
  const hue = { amount: 10_000n, deliveryDays: 3, hue: 7, description: 'Carved from one piece of lime wood.' }
  const listing = (category: ListingCategory) =>
    arrangeListing(parties.contractor, { title: 'A spoon', category, ...hue })
  const [craft, music] = [await listing('craft'), await listing('music')]
  const order = async (listingId: string) => {
    const terms = { contractorId: parties.contractor.userId, listingId, title: 'A spoon', amount: 10_000n }
    const form = { requestKey: newRequestKey(), description: 'For soup.', currency: 'usd' as const, ...terms }
    const { orderId } = expectOk(await placeOrder(parties.employer, form), 'order')
    return (await db().order.findUniqueOrThrow({ where: { id: orderId } })).commissionBps
  }
  const set = async (fields: object) => setCommissionRule(owner, form(fields))
  expect(await set({ category: 'craft', listingId: craft })).toEqual(refused('one_scope'))
  expectOk(await set({ category: 'craft', percent: '3' }), 'set')
  const elsewhere = await order(music)
  expect([await order(craft), elsewhere]).toEqual([300, elsewhere])
  expect(elsewhere).not.toBe(300)
  const looked = { contractor: '', listingId: '', category: 'craft', currency: 'usd' } as const
  expect(await previewCommission(owner, looked)).toMatchObject({ bps: 300 })
  const scopes = (await listCommissionRules(owner)).map(({ scope }) => scope)
  expect(scopes).toContainEqual({ kind: 'category', category: 'craft' })

  expectOk(await set({ contractor: parties.contractor.userId, percent: '4' }), 'set')
  expect([await order(craft), await order(music)]).toEqual([400, 400])
  expectOk(await set({ listingId: craft, percent: '2' }), 'set')
  expect([await order(craft), await order(music)]).toEqual([200, 400])
})
