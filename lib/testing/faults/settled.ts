import { expectOk } from '../../demo/expect-ok.ts'
import { syncPayouts } from '../../payouts/sync-payouts.ts'
import { expectReconciled } from '../agreement.ts'
import { expectInvariants, expectLedgerIsStripe } from '../invariants.ts'
import { recover, recoverWithinTheHour } from './recover.ts'

/**
 * After everything that went wrong: what our worker does within the hour, and then `npm run ledger:check` and `npm run reconcile` have
 * nothing to tell.
 */
export async function expectSettled(): Promise<void> {
  await recover()
  await recoverWithinTheHour()
  expectOk(await syncPayouts(), 'read the payouts')
  await recover()
  await expectInvariants()
  await expectLedgerIsStripe()
  await expectReconciled()
}
