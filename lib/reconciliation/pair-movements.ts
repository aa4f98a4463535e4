import { moneyOf } from '../money.ts'
import type { BalanceMovement } from '../stripe/balance-transactions.ts'
import type { CentLine } from './model.ts'
import type { OrderMovement } from './order-movements.ts'

type Part = { objectId: string; currency: string; amount: bigint; balanceTransactionId: string; at: Date }

/** A balance transaction carries what moved and what Stripe kept of it: two facts of the ledger. */
function partsOf({
  objectId,
  currency,
  amount,
  fee,
  balanceTransactionId,
  createdAt: at,
}: BalanceMovement): Part[] {
  const common = { objectId, currency, balanceTransactionId, at }
  return [
    { ...common, amount },
    { ...common, amount: -fee },
  ].filter(part => part.amount !== 0n)
}

/** Takes from `parts` the one that is this movement of the ledger. */
function takePartner(parts: Part[], { objectId, currency, amount }: OrderMovement): Part | null {
  const at = parts.findIndex(
    part => part.objectId === objectId && part.currency === currency && part.amount === amount,
  )
  return at < 0 ? null : (parts.splice(at, 1)[0] ?? null)
}

/** What is true only in sum: a correction makes others even, and which refund returned which part of a commission Stripe does not say. */
const IN_SUM = new Set(['correction', 'commission_returned'])

/** Whether what has no partner of one object is even in sum: the ledger then has what Stripe has. */
function isEven(unpaired: CentLine[], { stripeId, money }: CentLine): boolean {
  const own = unpaired.filter(line => line.stripeId === stripeId && line.money.currency === money.currency)
  if (!own.some(({ code }) => IN_SUM.has(code))) return false
  const difference = own.reduce(
    (sum, line) => sum + (line.code === 'unknown' ? -line.money.amount : line.money.amount),
    0n,
  )
  return difference === 0n
}

/**
 * Puts each movement of the ledger beside its balance transaction, by object and amount. What only one side has is a line of
 * its own that does not agree, unless all of its object are even in sum.
 */
export function pairMovements(posted: OrderMovement[], moved: BalanceMovement[]): CentLine[] {
  const parts = moved.flatMap(partsOf)
  const lines: CentLine[] = posted.map(movement => {
    const partner = takePartner(parts, movement)
    return {
      code: movement.code,
      money: moneyOf(movement.amount, movement.currency),
      stripeId: movement.objectId,
      ledgerTransactionId: movement.transactionId,
      balanceTransactionId: partner?.balanceTransactionId ?? null,
      agrees: partner !== null,
      at: movement.postedAt,
    }
  })
  const unknown: CentLine[] = parts.map(part => ({
    code: 'unknown',
    money: moneyOf(part.amount, part.currency),
    stripeId: part.objectId,
    ledgerTransactionId: null,
    balanceTransactionId: part.balanceTransactionId,
    agrees: false,
    at: part.at,
  }))
  const unpaired = [...lines.filter(line => !line.agrees), ...unknown]
  return [...lines, ...unknown].map(line => ({ ...line, agrees: line.agrees || isEven(unpaired, line) }))
}
