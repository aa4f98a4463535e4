import { syncDisputes } from '../disputes/sync-disputes.ts'
import { syncFraudWarnings } from '../fraud-warnings/sync-fraud-warnings.ts'
import { syncPayouts } from '../payouts/sync-payouts.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { listMadeRefunds } from '../stripe/made.ts'
import { listMadeRetransfers, listMadeTakings } from '../stripe/made-takings.ts'
import { adoptCards } from './adopt-cards.ts'
import { adoptPayments } from './adopt-payments.ts'
import { adoptPeople } from './adopt-people.ts'
import { adoptRefund, recordRefunds } from './adopt-refunds.ts'
import { adoptRetransfer, recordRetransfers } from './adopt-retransfers.ts'
import { adoptRecoveries, recordTakings } from './adopt-takings.ts'
import type { Report } from './report.ts'

/** What is taken from contractors and given back. Rows come before what is recorded of them, so that nothing is asked for twice. */
async function adoptAftermath(report: Report, since: Date): Promise<Result<void, StripeFailure>> {
  const refunds = await listMadeRefunds(since)
  if (!refunds.ok) return refunds
  for (const made of refunds.value) await adoptRefund(report, made)
  const takings = await listMadeTakings(since)
  if (!takings.ok) return takings
  const recoveries = await adoptRecoveries(report, takings.value)
  if (!recoveries.ok) return recoveries
  const transfers = await listMadeRetransfers(since)
  if (!transfers.ok) return transfers
  for (const made of transfers.value) await adoptRetransfer(report, made)
  await recordTakings(report, takings.value)
  const recorded = await recordRefunds(refunds.value)
  if (!recorded.ok) return recorded
  const disputes = await syncDisputes()
  if (!disputes.ok) return disputes
  const warnings = await syncFraudWarnings()
  if (!warnings.ok) return warnings
  await recordRetransfers(transfers.value)
  return ok()
}

/**
 * Makes again what a restored backup has lost of money, from what Stripe has of it since `since`: rows under their old ids, as they
 * were before Stripe was asked; then what became of them is recorded by the functions that always do. Any number of times, and from
 * wherever an earlier run was broken off. The worker must not run meanwhile: it would ask for things that Stripe has done already.
 */
export async function restoreMoney(report: Report, since: Date): Promise<Result<void, StripeFailure>> {
  for (const adopt of [adoptPeople, adoptCards, adoptPayments, adoptAftermath]) {
    const adopted = await adopt(report, since)
    if (!adopted.ok) return adopted
  }
  const payouts = await syncPayouts()
  if (!payouts.ok) return payouts
  if (payouts.value > 0) report.made.set('payouts', payouts.value)
  return ok()
}
