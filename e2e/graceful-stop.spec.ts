import { once } from 'node:events'
import { connect } from 'node:net'
import { db } from '#lib/db.ts'
import { openCheckout } from './support/checkout-page.ts'
import { type Fields, fieldsOf, send, sendHold } from './support/forms.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

const ORDERS = 12

test('told to stop in the middle of payments, the web app answers each of them, stops in time, and nothing is done twice', async ({
  browserOf,
  contractor,
  stack,
  stripe,
}) => {
  const employer = await anEmployer()
  const page = await browserOf(employer, { javaScriptEnabled: false })
  const forms: { orderId: string; url: string; fields: Fields }[] = []
  for (let made = 0; made < ORDERS; made++) {
    const { id: orderId } = await anOrder(employer, contractor, 'placed')
    await openCheckout(page, orderId)
    forms.push({ orderId, url: page.url(), fields: await fieldsOf(page, 'Hold $120.00') })
  }
  await stripe.addFault({
    method: 'POST',
    path: '/v1/payment_intents',
    kind: 'slow',
    count: ORDERS,
    delayMs: 1500,
  })

  const orderIds = forms.map(({ orderId }) => orderId)
  // Half as a page's script sends them, half as a browser without JavaScript does.
  const sent = forms.map(({ fields, url }, index) =>
    index % 2 === 0 ? sendHold(page, fields) : send(page, fields, url),
  )
  await expect.poll(() => db().payment.count({ where: { orderId: { in: orderIds } } })).toBe(ORDERS)
  // As a browser opens one before it knows whether it will need it.
  const silent = connect(Number(new URL(page.url()).port))
  await once(silent, 'connect')
  const renewed = stack.renewWeb()
  const answers = await Promise.all(sent)
  expect(answers.map(answer => answer.status)).toEqual(forms.map((_, index) => (index % 2 === 0 ? 200 : 303)))
  // 128 and the number of the signal: its own doing, within the ten seconds after which it would be killed.
  expect(await renewed).toBe('ended with code 143')
  expect(await db().order.count({ where: { id: { in: orderIds }, status: 'held' } })).toBe(ORDERS)
})
