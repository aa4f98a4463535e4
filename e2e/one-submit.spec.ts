import type { Page } from '@playwright/test'
import { db } from '#lib/db.ts'
import { aCheckout, expectOneHold, openCheckout } from './support/checkout-page.ts'
import { type Fields, fieldsOf, send, sendHold } from './support/forms.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { chargeOf } from './support/stripe-facts.ts'
import { expect, test } from './support/test.ts'

// One form is one operation: sent twenty times at once, sent again from the back button, or sent with something else in it.

async function sendManyTimes(page: Page, button: string): Promise<Set<string | undefined>> {
  const fields = await fieldsOf(page, button)
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(page, fields)))
  return new Set(answers.map(answer => answer.location))
}

const countOf = (orderId: string, kind: string) => db().orderEvent.count({ where: { orderId, kind } })

test('a form sent twenty times at once places, holds, delivers and captures once', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const employer = await anEmployer()
  const buyer = await browserOf(employer, { javaScriptEnabled: false })
  await buyer.goto(`/contractors/${contractor.actor.userId}/order`)
  await buyer.getByLabel('Title').fill('Twenty at once')
  await buyer.getByLabel('What is to be done?').fill('One of it is enough, whatever the mouse does.')
  await buyer.getByLabel('Amount').fill('120')
  expect((await sendManyTimes(buyer, 'Place order')).size).toBe(1)
  const [order, ...others] = await db().order.findMany({ where: { employerId: employer.actor.userId } })
  if (!order || others.length > 0) throw new Error('There is not one order.')

  await openCheckout(buyer, order.id)
  await sendManyTimes(buyer, 'Hold $120.00')
  const status = async () => (await db().order.findUnique({ where: { id: order.id } }))?.status
  await expect.poll(status).toBe('held')
  await expectOneHold(stripe, order.id)

  const worker = await browserOf(contractor, { javaScriptEnabled: false })
  await worker.goto(`/orders/${order.id}`)
  expect(await sendManyTimes(worker, 'Deliver')).toEqual(new Set([`/orders/${order.id}?done=delivered`]))
  expect(await countOf(order.id, 'deliver')).toBe(1)

  await buyer.goto(`/orders/${order.id}`)
  const approved = await sendManyTimes(buyer, 'Approve and pay $120.00')
  expect(approved).toEqual(new Set([`/orders/${order.id}?done=approved`]))
  expect(await countOf(order.id, 'approve')).toBe(1)
  expect(await chargeOf(stripe, order.id)).toMatchObject({ amount_captured: 12_000 })
})

test('a checkout sent twenty times at once by the page’s script, and as often without it, holds once', async ({
  browserOf,
  contractor,
  stripe,
}) => {
  const { order, page } = await aCheckout(browserOf, contractor, { javaScriptEnabled: false })
  const fields = await fieldsOf(page, 'Hold $120.00')
  const twenty = Array.from({ length: 20 })
  const answers = await Promise.all([
    ...twenty.map(() => sendHold(page, fields)),
    ...twenty.map(() => send(page, fields)),
  ])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 303]))
  await expectOneHold(stripe, order.id)
  expect(await countOf(order.id, 'hold')).toBe(1)
  const again = await sendHold(page, fields)
  expect(JSON.parse(again.text).location).toBe(`/orders/${order.id}?done=already-held`)
})

test('a form sent again later is the same operation, with other content it is refused, without a key it is not taken', async ({
  browserOf,
  contractor,
}) => {
  const order = await anOrder(await anEmployer(), contractor, 'held')
  const page = await browserOf(contractor, { javaScriptEnabled: false })
  await page.goto(`/orders/${order.id}`)
  const fields: Fields = { ...(await fieldsOf(page, 'Deliver')), note: 'It is in the folder.' }
  const { requestKey: _issued, ...keyless } = fields
  expect((await send(page, keyless)).text).toContain('This page is out of date.')
  expect(await countOf(order.id, 'deliver')).toBe(0)

  const done = `/orders/${order.id}?done=delivered`
  expect((await send(page, fields)).location).toBe(done)
  expect((await send(page, fields)).location).toBe(done)
  const other = await send(page, { ...fields, note: 'It is on the table.' })
  expect(other.text).toContain('This form was already sent with other content')
  expect(await countOf(order.id, 'deliver')).toBe(1)
})
