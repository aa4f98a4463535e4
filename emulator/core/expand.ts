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
  issfr: 'radar.early_fraud_warning',
  mandate: 'mandate',
  person: 'person',
  pi: 'payment_intent',
  pm: 'payment_method',
  po: 'payout',
  pyr: 'refund',
  re: 'refund',
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

/** A field that Stripe leaves out unless it is asked for by `expand`, such as `charge.refunds`. */
export type Included = (tx: Tx, object: Record<string, unknown>) => unknown
const INCLUDED = new Map<string, Included>()

/** Declares such a field: `includable('charge', 'refunds', …)`. */
export function includable(objectName: string, field: string, build: Included): void {
  INCLUDED.set(`${objectName}.${field}`, build)
}

/**
 * Replaces ids by objects along the given paths (`latest_charge.balance_transaction`, `data.customer`).
 * Returns a copy where something was expanded and the value itself otherwise.
 * @throws StripeError 400 for more than four levels or a field that cannot be expanded.
 */
export function expand(tx: Tx, value: unknown, sent: FormValue | undefined): unknown {
  if (sent === undefined || sent === '') return value
  const paths = Array.isArray(sent) ? sent : [sent]
  let result = value
  paths.forEach((path, index) => {
    const param = `expand[${index}]`
    if (typeof path !== 'string') throw badParameter('Invalid string: it must be a string', { param })
    const steps = path.split('.')
    if (steps.filter(step => step !== 'data').length > DEPTH_MAX) {
      throw badParameter(`You cannot expand more than ${DEPTH_MAX} levels of a property: ${path}`, { param })
    }
    result = expandPath(tx, result, steps, { path, param })
  })
  return result
}

function expandPath(
  tx: Tx,
  value: unknown,
  steps: string[],
  asked: { path: string; param: string },
): unknown {
  const [step, ...rest] = steps
  if (step === undefined || value === null || value === undefined) return value
  if (Array.isArray(value)) return value.map(item => expandPath(tx, item, steps, asked))
  if (typeof value !== 'object') throw cannotExpand(asked)
  const object = value as Record<string, unknown>
  if (!Object.hasOwn(object, step)) {
    // A part of an object, such as an amount in a balance, has no name of its own.
    const include = INCLUDED.get(`${String(object.object ?? 'part')}.${step}`)
    if (!include) {
      if (OPTIONAL.has(step)) return value
      throw cannotExpand(asked)
    }
    return { ...object, [step]: expandPath(tx, include(tx, object), rest, asked) }
  }
  const inner = object[step]
  const target = typeof inner === 'string' ? lookUp(tx, inner) : inner
  if (target === undefined || (typeof target !== 'object' && rest.length === 0)) throw cannotExpand(asked)
  return { ...object, [step]: expandPath(tx, target, rest, asked) }
}

function lookUp(tx: Tx, id: string): unknown {
  const kind = KIND_OF_PREFIX[id.slice(0, id.indexOf('_'))]
  return kind === undefined ? undefined : tx.find(kind as Kind, id)
}

function cannotExpand(asked: { path: string; param: string }) {
  return badParameter(
    `This property cannot be expanded (${asked.path}). You may want to try expanding one of its parents, or see https://stripe.com/docs/api/expanding_objects.`,
    { param: asked.param },
  )
}
