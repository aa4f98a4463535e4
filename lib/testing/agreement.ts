import { expect } from 'vitest'
import { expectOk } from '../demo/expect-ok.ts'
import { getEveryCent } from '../reconciliation/every-cent.ts'
import { reconcile } from '../reconciliation/reconcile.ts'
import type { Actor } from '../users/model.ts'
import { isOtherBusiness } from './other-business.ts'

/** Fails the test when the ledger and Stripe differ anywhere, but for money that a test gave the platform past us. */
export async function expectReconciled(): Promise<void> {
  const unexplained: unknown[] = []
  for (const difference of expectOk(await reconcile(), 'reconcile')) {
    if (!(await isOtherBusiness(difference.subject))) unexplained.push(difference)
  }
  expect(unexplained).toEqual([])
}

/** Fails the test when they differ on any movement of an order, as an admin is shown it, or anywhere. */
export async function expectAgreement(admin: Actor, orderId: string): Promise<void> {
  const cents = await getEveryCent(admin, orderId)
  expect(cents.ok && cents.value.filter(({ agrees }) => !agrees)).toEqual([])
  await expectReconciled()
}
