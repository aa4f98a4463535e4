import type { Tx } from '../core/tx.ts'
import type { Person } from './kinds.ts'

/** The persons of an account, oldest first. */
export function personsOf(tx: Tx, accountId: string): Person[] {
  return [...tx.list('person', accountId)].reverse()
}
