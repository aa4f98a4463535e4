import { badParameter } from './errors.ts'
import type { FormValue } from './form.ts'
import type { Kind } from './kinds.ts'
import type { Tx } from './tx.ts'

const DEPTH_MAX = 4

/** Which kind an id belongs to, told from its prefix. */
const KIND_OF_PREFIX: Record<string, string> = {
  acct: 'account',
  ba: 'bank_account',
  card: 'card',
  ch: 'charge',
  py: 'charge',
  cus: 'customer',
  fee: 'application_fee',
  file: 'file',
  ctoken: 'confirmation_token',
  dp: 'dispute',
  fr: 'fee_refund',
  link: 'file_link',
  issfr: 'radar.early_fraud_warning',
  mandate: 'mandate',
  person: 'person',
  pi: 'payment_intent',
  pm: 'payment_method',
  po: 'payout',
  pyr: 'refund',
  re: 'refund',
  setatt: 'setup_attempt',
  seti: 'setup_intent',
  tr: 'transfer',
  trr: 'transfer_reversal',
  tu: 'topup',
  txn: 'balance_transaction',
}

/** Fields that are there only when they have a value: asking to expand one that is absent is no error. */
const OPTIONAL = new Set([
  'destination_payment',
  'failure_balance_transaction',
  'transfer',
  'source',
  'refunds',
])

/** Fields that may stand empty where somebody expands them; every other one that is empty is a plain value. */
const MAY_BE_EMPTY = new Set(
  (
    'account additional_document address application application_fee back balance_transaction cancellation_policy card charge company ' +
    'customer customer_communication customer_signature default_payment_method default_source destination destination_payment ' +
    'destination_payment_refund discount document duplicate_charge_documentation external_accounts failure_balance_transaction fee ' +
    'front generated_card icon individual invoice invoice_settings last_payment_error last_setup_error latest_attempt latest_charge ' +
    'links logo mandate networks next_action on_behalf_of original_payout originating_transaction outcome payment_intent ' +
    'payment_method payment_method_details receipt refund_policy refunds request reversals reversed_by review service_documentation ' +
    'setup_attempt setup_intent shipping shipping_documentation single_use_mandate source source_refund source_transaction ' +
    'source_transfer source_transfer_reversal sources subscriptions tax_ids test_clock transfer transfer_data transfer_reversal ' +
    'uncategorized_file wallet'
  ).split(' '),
)

/** A field that Stripe leaves out unless it is asked for by `expand`, such as `charge.refunds`. */
export type Included = (tx: Tx, object: Record<string, unknown>, account: string) => unknown
const INCLUDED = new Map<string, Included>()

/** Declares such a field: `includable('charge', 'refunds', …)`. */
export function includable(objectName: string, field: string, build: Included): void {
  INCLUDED.set(`${objectName}.${field}`, build)
}

/**
 * Replaces ids by objects along the given paths (`latest_charge.balance_transaction`, `data.customer`).
 * `account` is whose view it is. Returns a copy where something was expanded and the value itself otherwise.
 * @throws StripeError 400 for more than four levels or a field that cannot be expanded.
 */
export function expand(tx: Tx, value: unknown, sent: FormValue | undefined, account: string): unknown {
  if (sent === undefined || sent === '') return value
  const paths = Array.isArray(sent) ? sent : [sent]
  let result = value
  paths.forEach((path, index) => {
    if (typeof path !== 'string')
      throw badParameter('Invalid string: it must be a string', { param: `expand[${index}]` })
    const steps = path.split('.')
    // The `data` of a list counts as a level.
    if (steps.length > DEPTH_MAX) {
      throw badParameter(`You cannot expand more than ${DEPTH_MAX} levels of a property. Property: ${path}`, {
        code: 'property_expansion_max_depth',
      })
    }
    if (isList(value) && steps[0] !== 'data') throw cannotExpand(path, ` ${hintOf(path)}`)
    result = expandPath(tx, result, steps, { path, account })
  })
  return result
}

function isList(value: unknown): boolean {
  const name = (value as { object?: unknown } | null)?.object
  return name === 'list' || name === 'search_result'
}

function hintOf(path: string): string {
  return `You may want to try expanding 'data.${path}' instead.`
}

function expandPath(
  tx: Tx,
  value: unknown,
  steps: string[],
  asked: { path: string; account: string },
): unknown {
  const [step, ...rest] = steps
  if (step === undefined || value === null || value === undefined) return value
  if (Array.isArray(value)) return value.map(item => expandPath(tx, item, steps, asked))
  if (typeof value !== 'object') throw cannotExpand(asked.path)
  const object = value as Record<string, unknown>
  if (!Object.hasOwn(object, step)) {
    // A part of an object, such as an amount in a balance, has no name of its own.
    const include = INCLUDED.get(`${String(object.object ?? 'part')}.${step}`)
    if (!include) {
      if (OPTIONAL.has(step)) return value
      throw cannotExpand(asked.path)
    }
    return { ...object, [step]: expandPath(tx, include(tx, object, asked.account), rest, asked) }
  }
  const inner = object[step]
  if (inner === null && !MAY_BE_EMPTY.has(step)) throw cannotExpand(asked.path)
  const target = typeof inner === 'string' ? lookUp(tx, inner) : inner
  if (target === undefined || (typeof target !== 'object' && rest.length === 0))
    throw cannotExpand(asked.path)
  return { ...object, [step]: expandPath(tx, target, rest, asked) }
}

/** Kinds that can be deleted while others still name them: what Stripe then has in their place, by the types of its package. */
const DELETABLE = new Set(['bank_account', 'card', 'customer'])

function lookUp(tx: Tx, id: string): unknown {
  const kind = KIND_OF_PREFIX[id.slice(0, id.indexOf('_'))]
  const found = kind === undefined ? undefined : tx.find(kind as Kind, id)
  return found === undefined && kind && DELETABLE.has(kind) ? { id, object: kind, deleted: true } : found
}

function cannotExpand(path: string, hint = '') {
  return badParameter(`This property cannot be expanded (${path}).${hint}`, {})
}
