import { isCurrency } from '../currencies.ts'
import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import type { MessageKey } from '../i18n/messages.ts'
import { cutPage, keyset } from '../keyset.ts'
import { type Money, moneyOf } from '../money.ts'
import { listDebts } from '../recoveries/queries.ts'
import { fail, ok, type Result } from '../result.ts'
import { type BalanceLine, listMovements, type Movement, retrieveBalance } from '../stripe/balance.ts'
import { isAccountGone, type StripeFailure } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { type BalanceErrorCode, GIVEN_BACK_WORDS, movementWords, type PayoutView } from './model.ts'
import { type Upcoming, upcomingOf } from './upcoming.ts'

/** One currency: Stripe's own two figures, what of it can be paid out beside a debt, and when the pending part becomes available. */
export type BalancePart = { available: Money; pending: Money; payable: Money; upcoming: Upcoming[] }

export type MovementView = {
  id: string
  words: MessageKey
  net: Money
  gross: Money
  fee: Money
  isPending: boolean
  availableOn: Date
  createdAt: Date
  order: { id: string; number: number; title: string } | null
}

export type BalanceView = {
  parts: BalancePart[]
  /** Where payouts go, and what stands in their way. */
  bank: { name: string | null; last4: string } | null
  obstacle: 'no_bank_account' | 'payouts_paused' | 'paused_by_us' | null
  movements: MovementView[]
  /** Currencies that Stripe holds money in and our table does not know: named, never dropped in silence. */
  unknownCurrencies: string[]
}

const SHOWN_MAX = 50
const PAYOUTS_SHOWN_MAX = 20

/** What a transfer of ours brought: an order's money, or money that was taken before and is given back. */
type Source = { order: MovementView['order']; words: MessageKey | null }

async function sourcesOf(actor: Actor, movements: Movement[]): Promise<Map<string, Source>> {
  const { livemode } = env().stripe
  const stripeTransferId = { in: movements.flatMap(({ transferId }) => transferId ?? []) }
  const order = { select: { id: true, number: true, title: true } }
  const [payments, retransfers] = await Promise.all([
    db().payment.findMany({
      where: { livemode, stripeTransferId, order: { contractorId: actor.userId } },
      select: { stripeTransferId: true, order },
    }),
    db().retransfer.findMany({
      where: { livemode, stripeTransferId, account: { userId: actor.userId } },
      select: { stripeTransferId: true, refundId: true, order },
    }),
  ])
  const paid = payments.map(row => ({ ...row, words: null }))
  const given = retransfers.map(row => ({
    ...row,
    words: GIVEN_BACK_WORDS[row.refundId ? 'refund' : 'recovery'],
  }))
  return new Map([...paid, ...given].map(({ stripeTransferId: id, ...source }) => [id ?? '', source]))
}

function viewOf(movement: Movement, sources: Map<string, Source>): MovementView {
  const money = (amount: bigint) => moneyOf(amount, movement.currency)
  const source = sources.get(movement.transferId ?? '')
  return {
    id: movement.id,
    words: source?.words ?? movementWords(movement.type, movement.net),
    net: money(movement.net),
    gross: money(movement.gross),
    fee: money(movement.fee),
    isPending: movement.status === 'pending',
    availableOn: movement.availableOn,
    createdAt: movement.createdAt,
    order: source?.order ?? null,
  }
}

function partOf(line: BalanceLine, movements: Movement[], debts: Money[]): BalancePart {
  const owed = debts.find(({ currency }) => currency === line.currency)?.amount ?? 0n
  return {
    payable: moneyOf(line.available - owed, line.currency),
    available: moneyOf(line.available, line.currency),
    pending: moneyOf(line.pending, line.currency),
    upcoming: upcomingOf(movements, line.currency),
  }
}

type AccountRow = Prisma.ConnectedAccountGetPayload<object>

function payoutsOf(account: AccountRow): Pick<BalanceView, 'bank' | 'obstacle'> {
  const { externalBankName: name, externalBankLast4: last4 } = account
  if (!last4) return { bank: null, obstacle: 'no_bank_account' }
  const bank = { name, last4 }
  if (account.payoutsPausedAt) return { bank, obstacle: 'paused_by_us' }
  return { bank, obstacle: account.payoutsEnabled ? null : 'payouts_paused' }
}

const unreadable = (failure: StripeFailure): BalanceErrorCode =>
  isAccountGone(failure) ? 'account_gone' : 'stripe_unavailable'

/** The contractor's own balance as Stripe has it at this moment, with its latest movements. Nothing of it is kept. */
export async function getBalance(actor: Actor): Promise<Result<BalanceView, BalanceErrorCode>> {
  const account = await db().connectedAccount.findFirst({
    where: { userId: actor.userId, livemode: env().stripe.livemode, user: { role: 'CONTRACTOR' } },
  })
  if (actor.role !== 'CONTRACTOR' || !account?.stripeAccountId) return fail('account_not_open')
  const [balance, movements, debts] = await Promise.all([
    retrieveBalance(account.stripeAccountId),
    listMovements(account.stripeAccountId),
    listDebts(actor, actor.userId),
  ])
  if (!balance.ok) return fail(unreadable(balance.error))
  if (!movements.ok) return fail(unreadable(movements.error))
  const known = balance.value.filter(({ currency }) => isCurrency(currency))
  const recent = movements.value.filter(({ currency }) => isCurrency(currency)).slice(0, SHOWN_MAX)
  const sources = await sourcesOf(actor, recent)
  return ok({
    ...payoutsOf(account),
    parts: known.map(line => partOf(line, movements.value, debts)),
    movements: recent.map(movement => viewOf(movement, sources)),
    unknownCurrencies: balance.value.flatMap(({ currency }) => (isCurrency(currency) ? [] : [currency])),
  })
}

/** A contractor's two figures per currency, for an admin; the movements stay the contractor's own. */
export async function getContractorBalance(
  actor: Actor,
  contractorId: string,
): Promise<Result<Pick<BalancePart, 'available' | 'pending'>[], BalanceErrorCode>> {
  const account = await db().connectedAccount.findFirst({
    where: { userId: contractorId, livemode: env().stripe.livemode, user: { role: 'CONTRACTOR' } },
  })
  if (actor.role !== 'ADMIN' || !account?.stripeAccountId) return fail('account_not_open')
  const balance = await retrieveBalance(account.stripeAccountId)
  if (!balance.ok) return fail(unreadable(balance.error))
  const known = balance.value.filter(({ currency }) => isCurrency(currency))
  return ok(
    known.map(({ available, pending, currency }) => ({
      available: moneyOf(available, currency),
      pending: moneyOf(pending, currency),
    })),
  )
}

/** A payout as pages show it. */
export function payoutView(row: Prisma.PayoutGetPayload<object>): PayoutView {
  const { id, status, isAutomatic, arrivalOn, bankName, bankLast4, traceId, failureCode } = row
  return {
    ...{ id, status, isAutomatic, arrivalOn, bankName, bankLast4, traceId, failureCode },
    ...moneyOf(row.amount, row.currency),
    hasLeft: row.amountLeft !== 0n,
    hasReturned: row.amountReturned !== 0n,
    createdAt: row.createdAt,
    stripePayoutId: row.stripePayoutId,
  }
}

/** A contractor's latest payouts, newest first: their own, or for an admin those of the contractor named. Empty for anybody else. */
export async function listPayouts(actor: Actor, contractorId = actor.userId): Promise<PayoutView[]> {
  const isOwn = actor.role === 'CONTRACTOR' && actor.userId === contractorId
  if (!isOwn && actor.role !== 'ADMIN') return []
  const rows = await db().payout.findMany({
    where: { livemode: env().stripe.livemode, account: { userId: contractorId } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAYOUTS_SHOWN_MAX,
  })
  return rows.filter(({ currency }) => isCurrency(currency)).map(payoutView)
}

/** A page of all the contractor's own payouts, newest first. `nextCursor` leads to the page after it; null on the last one. Empty for anybody else. */
export async function listPayoutHistory(
  actor: Actor,
  { cursor }: { cursor?: string | undefined },
): Promise<{ payouts: PayoutView[]; nextCursor: string | null }> {
  if (actor.role !== 'CONTRACTOR') return { payouts: [], nextCursor: null }
  const paging = keyset(null, cursor)
  const own = { livemode: env().stripe.livemode, account: { userId: actor.userId } }
  const rows = await db().payout.findMany({
    where: { AND: [own, paging.where] },
    orderBy: paging.orderBy,
    take: PAYOUTS_SHOWN_MAX + 1,
  })
  const { page, nextCursor } = cutPage(rows, PAYOUTS_SHOWN_MAX, paging)
  return { payouts: page.filter(({ currency }) => isCurrency(currency)).map(payoutView), nextCursor }
}
