import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Refund } from './kinds.ts'

/** Tells that a refund has changed: under its name of today, and under the one that it had before. */
export function announceUpdate(tx: Tx, refund: Refund, account: string): void {
  emit(tx, 'refund.updated', refund, account)
  if (refund.charge !== null) emit(tx, 'charge.refund.updated', refund, account)
}
