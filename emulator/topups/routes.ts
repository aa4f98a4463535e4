import type Stripe from 'stripe'
import { book } from '../balance/book.ts'
import { DAY } from '../core/clock.ts'
import { badParameter, invalid } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { clearableText, ignored, integer, oneOf, required, text } from '../core/params.ts'
import { range } from '../core/range.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import { schedule, type Task, unschedule } from '../core/tasks.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { currencyCode } from '../payments/currency.ts'
import { readyFailure } from '../tokens/spend.ts'

type Topup = Stored<Stripe.Topup>

declare module '../core/kinds.ts' {
  interface Kinds {
    topup: Topup
    /** What the platform's bank will say, or null when it pays. */
    _topup: { failure: string | null }
  }
}

/** A bank that never authorized the debit takes it back a day after it paid. */
const REVERSED = 'debit_not_authorized'
/** How long money from the platform's own bank is on its way. */
const TRAVEL_SECONDS = DAY

const CREATE = {
  amount: required(integer),
  currency: required(currencyCode),
  description: clearableText,
  metadata,
  payment_method: text,
  payment_method_options: ignored,
  source: text,
  statement_descriptor: clearableText,
  transfer_group: clearableText,
}
const LIST = {
  ...DATED_LIST_PARAMS,
  amount: range,
  status: oneOf('canceled', 'failed', 'pending', 'succeeded'),
}

/** docs.stripe.com/api/topups: money that the platform sends to its own balance. */
export const topupRoutes: Route[] = [
  route('POST', '/v1/topups', { params: CREATE }, create),
  route('GET', '/v1/topups', { params: LIST }, ctx => {
    const { amount, status } = ctx.params
    return listPage(ctx, 'topup', {
      where: one => (status === undefined || one.status === status) && (amount?.(one.amount) ?? true),
    })
  }),
  route('GET', '/v1/topups/:id', {}, ({ tx, id, account }) => owned(tx, 'topup', id, account)),
  route(
    'POST',
    '/v1/topups/:id',
    { params: { description: clearableText, metadata } },
    ({ tx, id, params, account }) => {
      const topup = ownedDraft(tx, 'topup', id, account)
      if (params.description !== undefined) topup.description = params.description
      topup.metadata = mergeMetadata(topup.metadata, params.metadata)
      return topup
    },
  ),
  route('POST', '/v1/topups/:id/cancel', {}, ({ tx, id, account }) => {
    const topup = ownedDraft(tx, 'topup', id, account)
    if (topup.status !== 'pending')
      throw invalid(`Only pending top-ups can be canceled; this one is ${topup.status}.`)
    topup.status = 'canceled'
    unschedule(tx, 'topup_arrives', id, account)
    emit(tx, 'topup.canceled', topup, account)
    return topup
  }),
]

function create({ tx, params, account }: Ctx<typeof CREATE>): Topup {
  if (params.amount < 1) {
    throw badParameter('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' })
  }
  const at = tx.now + TRAVEL_SECONDS
  const topup: Topup = {
    id: newId('tu'),
    object: 'topup',
    amount: params.amount,
    balance_transaction: null,
    created: tx.now,
    currency: params.currency,
    description: params.description ?? null,
    expected_availability_date: at,
    failure_code: null,
    failure_message: null,
    initiated_by: 'user',
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    status: 'pending',
    transfer_group: params.transfer_group ?? null,
  }
  tx.put('topup', topup.id, topup, account)
  tx.put('_topup', topup.id, { failure: readyFailure(params.source ?? '') }, account)
  schedule(tx, { at, task: 'topup_arrives', ref: topup.id, account })
  emit(tx, 'topup.created', topup, account)
  return topup
}

/** The task by which a top-up becomes available money. */
const topupArrives: Task = (tx, { ref, account }) => {
  const topup = tx.edit('topup', ref)
  if (topup.status !== 'pending') return
  const { failure } = tx.get('_topup', ref)
  if (failure !== null && failure !== REVERSED) {
    topup.status = 'failed'
    sayWhy(topup, failure)
    emit(tx, 'topup.failed', topup, account)
    return
  }
  topup.balance_transaction = move(tx, topup, account, { amount: topup.amount, type: 'topup' })
  topup.status = 'succeeded'
  emit(tx, 'topup.succeeded', topup, account)
  if (failure !== null) schedule(tx, { at: tx.now + DAY, task: 'topup_reversed', ref, account })
}

/** The task by which a bank takes a top-up back. */
const topupReversed: Task = (tx, { ref, account }) => {
  const topup = tx.edit('topup', ref)
  move(tx, topup, account, { amount: -topup.amount, type: 'topup_reversal' })
  topup.status = 'reversed'
  sayWhy(topup, REVERSED)
  emit(tx, 'topup.reversed', topup, account)
}

export const TOPUP_TASKS: Record<string, Task> = {
  topup_arrives: topupArrives,
  topup_reversed: topupReversed,
}

function move(
  tx: Tx,
  topup: Topup,
  account: string,
  { amount, type }: { amount: number; type: 'topup' | 'topup_reversal' },
): string {
  const { id, currency } = topup
  const description = topup.description ?? 'Top-up'
  const movement = { account, currency, amount, source: id, description, availableOn: tx.now }
  return book(tx, { ...movement, type, reportingCategory: type }).id
}

function sayWhy(topup: Topup, code: string): void {
  topup.failure_code = code
  topup.failure_message = 'The bank account could not be debited.'
}
