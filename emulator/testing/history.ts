import fc from 'fast-check'
import { PAYOUT_DOERS, PAYOUT_STEPS } from './payout-steps.ts'
import { accountOf, at, type World } from './world.ts'

const pick = fc.nat(20)
const amount = fc.integer({ min: 50, max: 50_000 })
/** Little enough that a contractor often has it. */
const small = fc.integer({ min: 50, max: 4000 })
const percent = fc.integer({ min: 1, max: 100 })
const flag = fc.boolean()

const pay = fc.record({
  do: fc.constant('pay' as const),
  amount,
  fee: percent,
  who: pick,
  to: pick,
  manual: flag,
})
const capture = fc.record({ do: fc.constant('capture' as const), which: pick, part: percent, fee: percent })
const cancel = fc.record({ do: fc.constant('cancel' as const), which: pick })
const refund = fc.record({
  do: fc.constant('refund' as const),
  which: pick,
  part: percent,
  reverse: flag,
  returnFee: flag,
})
const debit = fc.record({ do: fc.constant('debit' as const), amount: small, to: pick })
const transfer = fc.record({ do: fc.constant('transfer' as const), amount: small, to: pick })
const reverse = fc.record({
  do: fc.constant('reverse' as const),
  which: pick,
  part: percent,
  returnFee: flag,
})
const answer = fc.record({
  do: fc.constant('answer' as const),
  which: pick,
  words: fc.constantFrom('winning_evidence', 'losing_evidence', 'escalate_inquiry_evidence'),
})
const giveUp = fc.record({ do: fc.constant('giveUp' as const), which: pick })
const wait = fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) })

/** One step of a random history. Numbers pick among what there is. */
export const step = fc.oneof(
  ...[pay, pay, pay, capture, cancel, refund, debit, transfer, reverse, answer, giveUp, wait],
  ...PAYOUT_STEPS,
)
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type StepOf<Name extends Step['do']> = Extract<Step, { do: Name }>
type Doers = { [Name in Step['do']]: (world: World, one: StepOf<Name>) => Promise<unknown> }

const DOERS: Doers = {
  async pay(world, one) {
    const intent = await world.emulator.stripe.paymentIntents.create({
      ...(at(world.payers, one.who) ?? { customer: '', payment_method: '' }),
      amount: one.amount,
      currency: 'usd',
      confirm: true,
      capture_method: one.manual ? 'manual' : 'automatic',
      application_fee_amount: share(one.amount, one.fee),
      transfer_data: { destination: accountOf(world, one.to) },
    })
    world.intents.push(intent.id)
  },
  async capture(world, one) {
    const intent = await intentOf(world, one.which)
    const amount_to_capture = share(intent.amount, one.part)
    const application_fee_amount = share(amount_to_capture, one.fee)
    return world.emulator.stripe.paymentIntents.capture(intent.id, {
      amount_to_capture,
      application_fee_amount,
    })
  },
  cancel: (world, one) =>
    world.emulator.stripe.paymentIntents.cancel(at(world.intents, one.which) ?? 'pi_none'),
  async refund(world, one) {
    const intent = await intentOf(world, one.which)
    return world.emulator.stripe.refunds.create({
      payment_intent: intent.id,
      amount: share(intent.amount_received || 1, one.part),
      reverse_transfer: one.reverse || one.returnFee,
      refund_application_fee: one.returnFee,
    })
  },
  debit: (world, one) =>
    world.emulator.stripe.charges.create({
      amount: one.amount,
      currency: 'usd',
      source: accountOf(world, one.to),
    }),
  transfer: (world, one) =>
    world.emulator.stripe.transfers.create({
      amount: one.amount,
      currency: 'usd',
      destination: accountOf(world, one.to),
    }),
  async reverse(world, one) {
    const { transfers } = world.emulator.stripe
    const chosen = at((await transfers.list({ limit: 30 })).data, one.which)
    const amount = share(chosen?.amount ?? 1, one.part)
    return transfers.createReversal(chosen?.id ?? 'tr_none', {
      amount,
      refund_application_fee: one.returnFee,
    })
  },
  ...PAYOUT_DOERS,
  answer: async (world, one) =>
    world.emulator.stripe.disputes.update(await disputeOf(world, one.which), {
      evidence: { uncategorized_text: one.words },
    }),
  giveUp: async (world, one) => world.emulator.stripe.disputes.close(await disputeOf(world, one.which)),
  wait: (world, one) => world.emulator.advance(one.hours * 3600),
}

export const STEP_NAMES = Object.keys(DOERS) as Step['do'][]

/** Does a step. @throws what the `stripe` package throws when it is refused. */
export async function doStep(world: World, one: Step): Promise<void> {
  const doer = DOERS[one.do] as (world: World, one: Step) => Promise<unknown>
  await doer(world, one)
}

async function disputeOf(world: World, index: number): Promise<string> {
  const disputes = await world.emulator.stripe.disputes.list({ limit: 30 })
  return at(disputes.data, index)?.id ?? 'dp_none'
}

function intentOf(world: World, index: number) {
  return world.emulator.stripe.paymentIntents.retrieve(at(world.intents, index) ?? 'pi_none')
}

function share(whole: number, part: number): number {
  return Math.max(1, Math.floor((whole * part) / 100))
}
