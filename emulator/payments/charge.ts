import { deepFreeze } from '../core/copy.ts'
import { newId, randomText } from '../core/ids.ts'
import type { Kinds } from '../core/kinds.ts'
import { NOTHING } from '../core/nothing.ts'
import type { Tx } from '../core/tx.ts'
import { type Decline, declinedOutcome } from '../payment-methods/declines.ts'
import { BLANK_BILLING, type PaymentMethod } from '../payment-methods/method.ts'
import { ORDINARY } from '../payment-methods/test-cards.ts'
import { featuresOf, holdSeconds } from './card-features.ts'
import { calculatedDescriptor } from './intent-params.ts'
import type { Charge, PaymentIntent } from './kinds.ts'

/** How an attempt went. */
export interface Attempt {
  decline: Decline | null
  authenticated: boolean
  manualCapture: boolean
  /** The payer was not there. */
  offSession: boolean
}

/** A charge with nothing set but its amount: what `ch_` and `py_` have in common. */
export function blankCharge(id: string, now: number, amount: number, currency: string): Charge {
  return {
    id,
    object: 'charge',
    amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: BLANK_BILLING,
    calculated_statement_descriptor: null,
    captured: false,
    created: now,
    currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: NOTHING,
    livemode: false,
    metadata: NOTHING,
    on_behalf_of: null,
    outcome: null,
    paid: false,
    payment_intent: null,
    payment_method: null,
    payment_method_details: null,
    radar_options: NOTHING,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'pending',
    transfer_data: null,
    transfer_group: null,
  }
}

/** The charge that an attempt to pay an intent leaves behind, whether it went well or not. */
export function addCardCharge(
  tx: Tx,
  intent: PaymentIntent,
  method: PaymentMethod,
  attempt: Attempt,
  account: string,
): Charge {
  const charge = blankCharge(newId(method.card ? 'ch' : 'py'), tx.now, intent.amount, intent.currency)
  const { decline } = attempt
  const { behaviour } = tx.get('_card', method.id)
  const suffix = intent.statement_descriptor_suffix
  Object.assign(charge, {
    application_fee_amount: intent.application_fee_amount,
    billing_details: method.billing_details,
    calculated_statement_descriptor: calculatedDescriptor(suffix),
    customer: intent.customer,
    description: intent.description,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    metadata: intent.metadata,
    on_behalf_of: intent.on_behalf_of,
    fraud_details: decline?.decline_code === 'fraudulent' ? { stripe_report: 'fraudulent' } : NOTHING,
    outcome: decline ? declinedOutcome(decline) : APPROVED[behaviour.risk],
    paid: decline === null,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(intent, method, attempt, tx.now),
    receipt_email: intent.receipt_email,
    shipping: intent.shipping,
    statement_descriptor_suffix: suffix,
    status: decline ? 'failed' : 'succeeded',
    transfer_data: intent.transfer_data
      ? { amount: intent.transfer_data.amount ?? null, destination: intent.transfer_data.destination }
      : null,
    transfer_group: intent.transfer_group,
  } satisfies Partial<Charge>)
  keepMoney(tx, charge.id, behaviour, account)
  return tx.add('charge', charge.id, charge, account)
}

/** How the money of a charge behaves. */
export function moneyOf(tx: Tx, chargeId: string): Kinds['_charge'] {
  return tx.find('_charge', chargeId) ?? ORDINARY
}

function keepMoney(tx: Tx, chargeId: string, behaviour: Kinds['_charge'], account: string): void {
  const { instantFunds, refund, trouble } = behaviour
  const isOrdinary =
    instantFunds === ORDINARY.instantFunds && refund === ORDINARY.refund && trouble === ORDINARY.trouble
  if (!isOrdinary) tx.add('_charge', chargeId, { instantFunds, refund, trouble }, account)
}

const APPROVED = { normal: approvedOutcome('normal'), elevated: approvedOutcome('elevated') }

function approvedOutcome(risk: 'normal' | 'elevated'): Charge['outcome'] {
  return deepFreeze({
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: 'approved_by_network',
    reason: null,
    risk_level: risk,
    risk_score: risk === 'normal' ? 12 : 71,
    seller_message: 'Payment complete.',
    type: 'authorized',
  })
}

function detailsOf(
  intent: PaymentIntent,
  method: PaymentMethod,
  attempt: Attempt,
  now: number,
): Charge['payment_method_details'] {
  const { card, sepa_debit: bank } = method
  if (bank) {
    const { generated_from: _origin, ...known } = bank
    return { type: 'sepa_debit', sepa_debit: { ...known, mandate: null } }
  }
  if (!card) return null
  const approved = attempt.decline === null
  const { manualCapture, offSession } = attempt
  const hold = { brand: card.brand, offSession, manualCapture: approved && manualCapture }
  return {
    type: 'card',
    card: {
      amount_authorized: approved ? intent.amount : null,
      authorization_code: approved ? randomText(6).toUpperCase() : null,
      brand: card.brand,
      ...(hold.manualCapture ? { capture_before: now + holdSeconds(intent, hold) } : {}),
      checks: card.checks ?? null,
      country: card.country,
      electronic_commerce_indicator: attempt.authenticated ? '05' : null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand,
      network_token: NO_TOKEN,
      network_transaction_id: approved ? randomText(15).toUpperCase() : null,
      ...featuresOf(intent, hold),
      regulated_status: 'unregulated',
      three_d_secure: attempt.authenticated ? threeDSecure() : null,
      transaction_link_id: null,
      wallet: null,
    },
  }
}

const NO_TOKEN = Object.freeze({ used: false })

function threeDSecure(): NonNullable<
  NonNullable<Charge['payment_method_details']>['card']
>['three_d_secure'] {
  return {
    authentication_flow: 'challenge',
    electronic_commerce_indicator: '05',
    exemption_indicator: null,
    result: 'authenticated',
    result_reason: null,
    transaction_id: randomText(24),
    version: '2.2.0',
  }
}
