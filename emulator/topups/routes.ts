import type Stripe from 'stripe'
import { book } from '../balance/book.ts'
import { DAY } from '../core/clock.ts'
import { badParameter, invalid } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { clearableText, ignored, integer, oneOf, range, required, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import { schedule, type Task, unschedule } from '../core/tasks.ts'
import { emit } from '../events/emit.ts'
import { currencyCode } from '../payments/currency.ts'

type Topup = Stored<Stripe.Topup>

declare module '../core/kinds.ts' {
  interface Kinds {
    topup: Topup
  }
}

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
  schedule(tx, { at, task: 'topup_arrives', ref: topup.id, account })
  emit(tx, 'topup.created', topup, account)
  return topup
}

/** The task by which a top-up becomes available money. */
export const topupArrives: Task = (tx, { ref, account }) => {
  const topup = tx.edit('topup', ref)
  if (topup.status !== 'pending') return
  const { id, amount, currency } = topup
  const description = topup.description ?? 'Top-up'
  const movement = { account, currency, amount, source: id, description, availableOn: tx.now }
  topup.balance_transaction = book(tx, { ...movement, type: 'topup', reportingCategory: 'topup' }).id
  topup.status = 'succeeded'
  emit(tx, 'topup.succeeded', topup, account)
}
