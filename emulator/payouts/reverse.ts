import { DAY } from '../core/clock.ts'
import { invalid } from '../core/errors.ts'
import { PLATFORM } from '../core/ids.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Payout } from './kinds.ts'
import { makePayout } from './make.ts'

/** How long after its arrival a payout can be reversed. */
const REVERSIBLE_DAYS = 90
const COUNTRIES = ['CA', 'US']

/**
 * Takes a payout back from the bank that it went to, by a payout of its own that runs the other way.
 * docs.stripe.com/connect/payout-reversals
 * @throws StripeError 400 for what cannot be reversed.
 */
export function reversePayout(
  tx: Tx,
  payout: Payout,
  metadata: Record<string, string>,
  account: string,
): Payout {
  const bank = tx.find('bank_account', String(payout.destination))
  const obstacle = obstacleOf(payout, account, bank?.object === 'bank_account' ? bank.country : null, tx.now)
  if (obstacle !== null || !bank) throw invalid(obstacle ?? 'The bank account of this payout is gone.')
  const reversal = makePayout(tx, {
    account,
    amount: -payout.amount,
    currency: payout.currency,
    bank,
    automatic: false,
    method: 'standard',
    description: null,
    metadata,
    statementDescriptor: null,
    original: payout.id,
  })
  payout.reversed_by = reversal.id
  emit(tx, 'payout.updated', payout, account)
  emit(tx, 'payout.created', reversal, account)
  return reversal
}

function obstacleOf(payout: Payout, account: string, country: string | null, now: number): string | null {
  if (account === PLATFORM) return 'Only payouts of connected accounts can be reversed.'
  if (payout.reversed_by) return `This payout was already reversed by ${payout.reversed_by}.`
  if (payout.amount < 0) return 'A debit cannot be reversed.'
  if (payout.status === 'pending' && !payout.automatic)
    return 'This payout is still pending: cancel it instead of reversing it.'
  if (payout.status === 'failed' || payout.status === 'canceled')
    return `A payout that is ${payout.status} cannot be reversed.`
  if (payout.method === 'instant') return 'Instant Payouts cannot be reversed.'
  if (country === null || !COUNTRIES.includes(country))
    return 'Only payouts to bank accounts in the United States and Canada can be reversed.'
  if (now > payout.arrival_date + REVERSIBLE_DAYS * DAY)
    return `Payouts can be reversed within ${REVERSIBLE_DAYS} days of their arrival.`
  return null
}
