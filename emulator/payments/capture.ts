import { mergeMetadata } from '../core/metadata.ts'
import type { Params } from '../core/params.ts'
import { unschedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { checkCapture, requireCapturable, requireRepeated } from './capture-checks.ts'
import { emitIntent } from './intent.ts'
import { type CAPTURE_FIELDS, calculatedDescriptor, checkDescriptors } from './intent-params.ts'
import type { Charge, PaymentIntent } from './kinds.ts'
import { type Capture, followUp, type Settled, settle } from './settle.ts'
import { transfersOf } from './transfers-of.ts'

type Sent = Params<typeof CAPTURE_FIELDS>

/**
 * Takes a held amount, or a part of it. The last capture, and the only one unless multicapture is available,
 * lets the rest of the hold go. The application fee is not scaled down with a part: it is capped at what is
 * captured, as Stripe does. docs.stripe.com/payments/multicapture
 * @throws StripeError 400 `payment_intent_unexpected_state`, `amount_too_large`, `amount_too_small`.
 */
export function captureIntent(tx: Tx, intent: PaymentIntent, sent: Sent, account: string): PaymentIntent {
  requireCapturable(intent)
  checkDescriptors(sent)
  const charge = tx.edit('charge', String(intent.latest_charge))
  const amount = sent.amount_to_capture ?? intent.amount_capturable
  const isFinal = sent.final_capture ?? true
  checkCapture(tx, intent, charge, { amount, isFinal })
  requireRepeated(tx, charge, sent)
  if (sent.statement_descriptor_suffix) {
    charge.statement_descriptor_suffix = sent.statement_descriptor_suffix
    charge.calculated_statement_descriptor = calculatedDescriptor(sent.statement_descriptor_suffix)
  }
  intent.metadata = mergeMetadata(intent.metadata, sent.metadata)
  const capture = {
    amount,
    fee: feeOf(intent, charge, sent, amount),
    share: shareOf(tx, intent, charge, sent, amount),
  }
  if (amount > 0) remember(tx, charge, sent, account)
  const before = charge.amount_captured
  const settled = amount > 0 ? take(tx, charge, capture, account) : null
  intent.amount_received = charge.amount_captured
  intent.amount_capturable = isFinal ? 0 : intent.amount_capturable - amount
  if (isFinal) closeHold(tx, intent, charge, account)
  announce(tx, intent, charge, { account, before, settled })
  return intent
}

function take(tx: Tx, charge: Charge, capture: Capture, account: string): Settled {
  charge.amount_captured += capture.amount
  return settle(tx, charge, capture, account)
}

/** The end of a hold of which something was captured: what is left of it is let go. */
export function closeHold(tx: Tx, intent: PaymentIntent, charge: Charge, account: string): void {
  intent.status = 'succeeded'
  intent.amount_capturable = 0
  if (intent.application_fee_amount !== null) intent.application_fee_amount = charge.application_fee_amount
  charge.captured = true
  charge.refunded = charge.amount_refunded === charge.amount_captured
  unschedule(tx, 'hold_expires', intent.id, account)
}

interface Captured {
  account: string
  /** What had been captured before. */
  before: number
  /** Null when the hold was only closed. */
  settled: Settled | null
}

/** Where more captures are possible, each is told as an update; `charge.captured` is the last one's. */
function announce(tx: Tx, intent: PaymentIntent, charge: Charge, captured: Captured): void {
  const { account, before, settled } = captured
  const many = charge.payment_method_details?.card?.multicapture?.status === 'available'
  if (many && settled) {
    const first = { balance_transaction: null, ...(charge.transfer ? { transfer: null } : {}) }
    const former = { amount_captured: before, ...(before === 0 ? first : {}) }
    emit(tx, 'charge.updated', charge, account, former)
  }
  if (charge.captured) emit(tx, 'charge.captured', charge, account)
  if (many) emitIntent(tx, 'payment_intent.amount_capturable_updated', intent, account)
  if (charge.captured) emitIntent(tx, 'payment_intent.succeeded', intent, account)
  if (settled) followUp(tx, charge, account, settled)
}

/** What the platform takes of this capture: what was said now, or what is left of what was said before. */
function feeOf(intent: PaymentIntent, charge: Charge, sent: Sent, captured: number): number {
  const taken = charge.amount_captured > 0 ? (charge.application_fee_amount ?? 0) : 0
  const wanted = sent.application_fee_amount ?? intent.application_fee_amount
  if (wanted === null) return 0
  const left = sent.application_fee_amount ?? Math.max(wanted - taken, 0)
  const fee = Math.min(left, captured)
  charge.application_fee_amount = taken + fee
  return fee
}

/** What of this capture goes on to the connected account: what was said now, or what is left of what was said before. */
function shareOf(tx: Tx, intent: PaymentIntent, charge: Charge, sent: Sent, captured: number): number {
  const said = intent.transfer_data?.amount
  let passed = 0
  for (const { amount } of transfersOf(tx, charge)) passed += amount
  const left = said === undefined ? captured : Math.max(said - passed, 0)
  const share = Math.min(sent.transfer_data?.amount ?? left, captured)
  const isSaid = sent.transfer_data?.amount !== undefined || said !== undefined
  if (charge.transfer_data && isSaid) {
    charge.transfer_data = { ...charge.transfer_data, amount: passed + share }
  }
  return share
}

function remember(tx: Tx, charge: Charge, sent: Sent, account: string): void {
  const said = {
    saysFee: sent.application_fee_amount !== undefined,
    saysShare: sent.transfer_data?.amount !== undefined,
  }
  if (!tx.row('_hold', charge.id)) {
    tx.put('_hold', charge.id, { captures: 1, increments: 0, ...said }, account)
    return
  }
  const hold = tx.edit('_hold', charge.id)
  if (hold.captures === 0) Object.assign(hold, said)
  hold.captures += 1
}
