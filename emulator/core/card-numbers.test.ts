import { afterEach, beforeEach, expect, it } from 'vitest'
import { cardOf, PLAIN } from '../testing/cards.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator

beforeEach(async () => {
  emulator = await startTestEmulator()
})
afterEach(() => emulator.stop())

it('keeps no card number and no security code, in no object, stored answer, event or log', async () => {
  const numbers = ['4242424242424242', '4000000000000002', '4000002500003155', '5555555555554444']
  const cvc = '7391'
  for (const number of numbers) {
    const card = { number, exp_month: 12, exp_year: 2034, cvc }
    const { id } = await emulator.browser.paymentMethods.create({ type: 'card', card })
    await emulator.stripe.paymentIntents.create({ ...PLAIN, payment_method: id }).catch(() => undefined)
    // A wrong date: the error, and the answer stored under its key, must not repeat the number either.
    const wrong = { ...card, exp_year: 1999 }
    await emulator.browser.paymentMethods.create({ type: 'card', card: wrong }).catch(() => undefined)
  }
  await cardOf(emulator, '4242424242424241').catch(() => undefined)
  const { store } = emulator.engine
  const rows = store.kinds().flatMap(kind => [...store.all(kind)].map(({ id, value }) => ({ id, value })))
  const { requests } = (await emulator.control('GET', 'requests')) as { requests: { seq: number }[] }
  const log = await Promise.all(requests.map(({ seq }) => emulator.control('GET', `requests/${seq}`)))
  expect(requests.length).toBeGreaterThan(numbers.length * 2)
  const everything = JSON.stringify([rows, log])
  expect(everything).toContain('"last4":"3155"')
  for (const secret of [...numbers, '4242424242424241', cvc]) expect(everything).not.toContain(secret)
})
