import { createHash } from 'node:crypto'
import { badParameter, invalid } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { hash, required, text } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { isIban } from '../tokens/bank-numbers.ts'
import type { PaymentMethod } from './method.ts'
import { behaviourOf } from './test-cards.ts'

/** How a debit from a bank account ends, and how many seconds after it was asked for. */
export interface DebitOutcome {
  fails: boolean
  seconds: number
}

declare module '../core/kinds.ts' {
  interface Kinds {
    /** By the id of a payment method that is a bank account. */
    _debit: DebitOutcome
  }
}

export const SEPA_DEBIT = hash({ iban: required(text) })

const SOON = 3
const LATER = 180

/** Test accounts, by their ends in every country (docs.stripe.com/payments/sepa-debit/accept-a-payment#test-integration). */
const OUTCOMES: Record<string, DebitOutcome> = {
  '3202': { fails: true, seconds: SOON },
  '3204': { fails: false, seconds: LATER },
  '3205': { fails: true, seconds: LATER },
}

/**
 * Adds a bank account in the euro area that payments are taken from. Of the IBAN only its end and a digest are kept.
 * @throws StripeError 400 for an IBAN that is none, and without the owner's name and e-mail.
 */
export function addSepaMethod(
  tx: Tx,
  sent: string,
  account: string,
  billing: PaymentMethod['billing_details'],
): PaymentMethod {
  for (const field of ['name', 'email'] as const) {
    if (billing[field]) continue
    const param = `billing_details[${field}]`
    throw badParameter(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }
  const iban = sent.replaceAll(/\s/g, '').toUpperCase()
  if (!isIban(iban))
    throw invalid('The IBAN you provided is invalid.', {
      code: 'invalid_bank_account_iban',
      param: 'sepa_debit[iban]',
    })
  const id = newId('pm')
  const last4 = iban.slice(-4)
  tx.put('_card', id, { behaviour: behaviourOf(''), setUp: false, consumed: false }, account)
  tx.put('_debit', id, OUTCOMES[last4] ?? { fails: false, seconds: SOON }, account)
  const method: PaymentMethod = {
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billing,
    created: tx.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    sepa_debit: {
      bank_code: iban.slice(4, 9),
      branch_code: '',
      country: iban.slice(0, 2),
      fingerprint: fingerprintOf(iban),
      generated_from: { charge: null, setup_attempt: null },
      last4,
    },
    type: 'sepa_debit',
  }
  return tx.put('payment_method', id, method, account)
}

function fingerprintOf(iban: string): string {
  const digest = createHash('sha256').update(`iban fingerprint ${iban}`).digest('base64')
  return digest.replace(/\W/g, '').slice(0, 16)
}
