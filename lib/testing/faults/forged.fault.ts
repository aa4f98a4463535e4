import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../../db.ts'
import { processEvent } from '../../webhooks/process-event.ts'
import { receiveEvent } from '../../webhooks/receive-event.ts'
import { startLocalStripe } from '../local-stripe.ts'
import { newOrder } from '../marketplace.ts'
import { doAtStripe } from './at-stripe.ts'
import { newCast } from './scenario.ts'
import { pick, seeded } from './seeded.ts'
import { note } from './table.ts'
import { eventBody, signed } from './webhook-operations.ts'

const SEED = Number(process.env.SEED ?? 1)

const now = () => Math.floor(Date.now() / 1000)
const flipped = (text: string, next: () => number) => {
  const at = Math.floor(next() * text.length)
  const other = String.fromCharCode((text.charCodeAt(at) % 94) + 33)
  return text.slice(0, at) + other + text.slice(at + 1)
}

type Forgery = (body: string, next: () => number) => { body: string; signature: string }

/** Ways to make us believe what Stripe never said. */
const FORGERIES: Record<string, Forgery> = {
  'no signature': body => ({ body, signature: '' }),
  'another secret': body => ({ body, signature: signed(body, `whsec_${randomBytes(8).toString('hex')}`) }),
  'an old scheme only': body => ({ body, signature: signed(body).replace('v1=', 'v0=') }),
  'a time stamp too old': (body, next) => ({
    body,
    signature: signed(body, 'whsec_local', now() - 302 - Math.floor(next() * 90_000)),
  }),
  'a time stamp of the future': (body, next) => ({
    body,
    signature: signed(body, 'whsec_local', now() + 302 + Math.floor(next() * 90_000)),
  }),
  'one byte of the body': (body, next) => ({ body: flipped(body, next), signature: signed(body) }),
  'one digit of the signature': (body, next) => {
    const [stamp = '', digits = ''] = signed(body).split(',v1=')
    return { body, signature: `${stamp},v1=${flipped(digits, next)}` }
  },
  'a fresh time stamp on an old signature': body => ({
    body,
    signature: signed(body, 'whsec_local', now() - 4000).replace(/^t=\d+/, `t=${now()}`),
  }),
  'a hundred guesses': body => {
    const guesses = Array.from({ length: 100 }, () => `v1=${randomBytes(32).toString('hex')}`)
    return { body, signature: `t=${now()},${guesses.join()}` }
  },
  rubbish: (body, next) => ({
    body,
    signature: randomBytes(Math.floor(next() * 400)).toString('latin1'),
  }),
}

beforeAll(() => startLocalStripe())

describe('webhooks that are not what they seem', { timeout: 600_000 }, () => {
  test('forged: none of a thousand is let in', async () => {
    const next = seeded(SEED)
    const names = Object.keys(FORGERIES)
    let refused = 0
    for (let made = 0; made < 1200; made++) {
      const forge = FORGERIES[pick(names, next)]
      const { body } = eventBody('payment_intent.succeeded', { id: 'pi_1', object: 'payment_intent' })
      const forged = forge?.(body, next)
      if (!forged || (forged.body === body && forged.signature === signed(body))) continue
      const result = await receiveEvent(forged.body, forged.signature)
      if (!result.ok) refused += 1
      else expect.fail(`let in: ${forged.signature} for ${forged.body}`)
    }
    expect(refused).toBeGreaterThan(1000)
    expect(await db().stripeEvent.count()).toBe(0)
    note({ faults: 'webhooks', operation: 'forged, of ten kinds', points: refused, survived: refused })
  })

  test('odd: of other accounts and modes, of what nobody knows, and as large as they come', async () => {
    const cast = await newCast()
    const orderId = await newOrder(cast, 'held')
    const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
    const intent = { id: payment.stripePaymentIntentId ?? '', object: 'payment_intent' }
    await doAtStripe(`payment_intents/${intent.id}/cancel`)
    const plain = JSON.parse(eventBody('payment_intent.canceled', intent).body) as Record<string, unknown>
    const odd: [change: Record<string, unknown>, state: string | null][] = [
      [{ id: 'evt_account', account: 'acct_other' }, 'handled'],
      [{ id: 'evt_live', livemode: true }, null],
      [{ id: 'evt_unknown', data: { object: { id: 'pi_unknown', object: 'payment_intent' } } }, 'received'],
      [{ id: 'evt_nothing', data: { object: { object: 'balance' } } }, 'received'],
      [{ id: 'evt_type', type: 'something.that.stripe.will.invent' }, 'ignored'],
      [{ id: 'evt_old', type: 'charge.captured', api_version: '2015-02-10' }, 'handled'],
      [{ id: 'evt_large', type: 'charge.updated', padding: 'x'.repeat(1_000_000) }, 'handled'],
    ]
    for (const [change, state] of odd) {
      const body = JSON.stringify({ ...plain, ...change })
      expect((await receiveEvent(body, signed(body))).ok, body.slice(0, 200)).toBe(true)
      const row = await db().stripeEvent.findFirst({ where: { stripeEventId: String(change.id) } })
      if (row) await processEvent(row.id)
      const after = row && (await db().stripeEvent.findUniqueOrThrow({ where: { id: row.id } })).state
      expect(after, String(change.id)).toBe(state)
    }
    // None of them was about this order in a way that counts: its hold still has to be heard of.
    expect((await db().order.findUniqueOrThrow({ where: { id: orderId } })).status).toBe('held')
    note({ faults: 'webhooks', operation: 'odd, of seven kinds', points: odd.length, survived: odd.length })
  })
})
