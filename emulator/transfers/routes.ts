import { fundsOf } from '../balance/balance.ts'
import { badParameter, invalid, missing } from '../core/errors.ts'
import { PLATFORM } from '../core/ids.ts'
import { DATED_LIST_PARAMS, LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { boolean, clearableText, integer, oneOf, type Params, required, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { currencyCode, formatAmount } from '../payments/currency.ts'
import { createReversal } from './create-reversal.ts'
import type { Transfer } from './kinds.ts'
import { requireReceiver } from './require-receiver.ts'
import { addTransfer, announcePayment, announceTransfer } from './transfer.ts'

const CREATE = {
  amount: integer,
  currency: required(currencyCode),
  destination: required(text),
  description: clearableText,
  metadata,
  source_transaction: text,
  source_type: oneOf('bank_account', 'card', 'fpx'),
  transfer_group: text,
}
const LIST = { ...DATED_LIST_PARAMS, destination: text, transfer_group: text }
const REVERSE = { amount: integer, description: clearableText, metadata, refund_application_fee: boolean }

/** docs.stripe.com/api/transfers and /transfer_reversals */
export const transferRoutes: Route[] = [
  route('POST', '/v1/transfers', { params: CREATE }, create),
  route('GET', '/v1/transfers', { params: LIST }, ctx => {
    const { destination, transfer_group } = ctx.params
    return listPage(ctx, 'transfer', {
      by: transfer_group ? { field: 'transfer_group', value: transfer_group } : undefined,
      where: transfer => !destination || transfer.destination === destination,
    })
  }),
  route('GET', '/v1/transfers/:id', {}, ({ tx, id, account }) => owned(tx, 'transfer', id, account)),
  route(
    'POST',
    '/v1/transfers/:id',
    { params: { description: clearableText, metadata } },
    ({ tx, id, params, account }) => {
      const transfer = ownedDraft(tx, 'transfer', id, account)
      if (params.description !== undefined) transfer.description = params.description
      transfer.metadata = mergeMetadata(transfer.metadata, params.metadata)
      emit(tx, 'transfer.updated', transfer, account)
      return transfer
    },
  ),
  route('POST', '/v1/transfers/:id/reversals', { params: REVERSE }, ({ tx, id, params, account }) => {
    const { refund_application_fee, metadata: meta, ...rest } = params
    return createReversal(tx, owned(tx, 'transfer', id, account), {
      ...rest,
      metadata: mergeMetadata({}, meta),
      refundFee: refund_application_fee ?? false,
    })
  }),
  route('GET', '/v1/transfers/:id/reversals', { params: LIST_PARAMS }, ctx => {
    owned(ctx.tx, 'transfer', ctx.id, ctx.account)
    return listPage(ctx, 'transfer_reversal', { where: reversal => reversal.transfer === ctx.id })
  }),
  route('GET', '/v1/transfers/:id/reversals/:reversal', {}, ({ tx, path, account }) =>
    owned(tx, 'transfer_reversal', path.reversal ?? '', account),
  ),
  route(
    'POST',
    '/v1/transfers/:id/reversals/:reversal',
    { params: { metadata } },
    ({ tx, path, params, account }) => {
      const reversal = ownedDraft(tx, 'transfer_reversal', path.reversal ?? '', account)
      reversal.metadata = mergeMetadata(reversal.metadata ?? {}, params.metadata)
      return reversal
    },
  ),
]

function create({ tx, params, account }: Ctx<typeof CREATE>): Transfer {
  const { destination, currency } = params
  checkAmount(params)
  const receiver = destination === PLATFORM ? PLATFORM : tx.find('account', destination)?.id
  if (receiver === undefined || receiver === account)
    throw missing('destination', destination, 'destination', 400)
  requireTransfers(tx, destination)
  const source = params.source_transaction
  const { amount, availableOn } =
    source === undefined
      ? fromBalance(tx, account, params.amount ?? 0, currency)
      : fromCharge(tx, source, account, params.amount, currency)
  const { transfer, payment } = addTransfer(tx, {
    from: account,
    to: destination,
    amount,
    currency,
    sourceTransaction: source ?? null,
    group: params.transfer_group ?? (source ? `group_${source}` : null),
    description: params.description ?? null,
    metadata: mergeMetadata({}, params.metadata),
    availableOn,
    applicationFee: 0,
  })
  announceTransfer(tx, transfer, account)
  announcePayment(tx, payment, destination)
  return transfer
}

function requireTransfers(tx: Tx, destination: string) {
  if (destination !== PLATFORM) requireReceiver(tx.get('account', destination))
}

/** A transfer out of the balance needs the money to be available. */
function fromBalance(tx: Tx, account: string, amount: number, currency: string) {
  if (fundsOf(tx, account, currency).available >= amount) return { amount, availableOn: tx.now }
  throw invalid(
    'You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance',
    { code: 'balance_insufficient' },
  )
}

/** A transfer of a charge's money may come before that money is available, and waits for it. */
function fromCharge(tx: Tx, source: string, account: string, sent: number | undefined, currency: string) {
  const row = tx.row('charge', source)
  if (!row || row.account !== account) throw missing('charge', source, 'source_transaction', 400)
  const charge = row.value
  if (charge.currency !== currency) {
    throw invalid(
      `The currency of source_transaction's balance transaction (${charge.currency}) must be the same as the transfer currency (${currency})`,
      { param: 'currency' },
    )
  }
  const amount = sent ?? charge.amount_captured
  let used = 0
  for (const transfer of tx.list('transfer', account, { where: one => one.source_transaction === source })) {
    used += transfer.amount - transfer.amount_reversed
  }
  if (!charge.captured) {
    throw invalid('The source transaction has not been captured.', { param: 'source_transaction' })
  }
  if (used + amount > charge.amount_captured) {
    const shown = (minor: number) => formatAmount(minor, currency)
    const already =
      used > 0 ? ` (There is already a transfer using this source, amounting to ${shown(used)}.)` : ''
    throw invalid(
      `Transfers using this transaction as a source must not exceed the source amount of ${shown(charge.amount_captured)}.${already}`,
    )
  }
  const { available_on } = tx.get('balance_transaction', String(charge.balance_transaction))
  return { amount, availableOn: available_on }
}

/** Stripe looks at the amount before it looks for anything that the other parameters name. */
function checkAmount({ amount, source_transaction }: Params<typeof CREATE>) {
  if (amount === undefined) {
    if (source_transaction !== undefined) return
    throw badParameter('Missing required param: amount.', { code: 'parameter_missing', param: 'amount' })
  }
  if (amount >= 1) return
  throw badParameter('This value must be greater than or equal to 1.', {
    code: 'parameter_invalid_integer',
    param: 'amount',
  })
}
