import { expect } from 'vitest'
import { getEveryCent } from '../reconciliation/every-cent.ts'
import { reconcile } from '../reconciliation/reconcile.ts'
import type { Actor } from '../users/model.ts'

/** Fails the test when the ledger and Stripe differ: on any movement of an order, as an admin is shown it, or anywhere. */
export async function expectAgreement(admin: Actor, orderId: string): Promise<void> {
  const cents = await getEveryCent(admin, orderId)
  expect(cents.ok && cents.value.filter(({ agrees }) => !agrees)).toEqual([])
  expect(await reconcile()).toEqual({ ok: true, value: [] })
}
