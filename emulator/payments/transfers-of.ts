import type { Tx } from '../core/tx.ts'
import type { Transfer } from '../transfers/kinds.ts'
import type { Charge } from './kinds.ts'

/** The transfers that the captures of a destination charge made, newest first: one for each capture. */
export function transfersOf(tx: Tx, charge: Charge): Transfer[] {
  const row = charge.transfer ? tx.row('transfer', String(charge.transfer)) : undefined
  if (!row) return []
  if ((tx.find('_hold', charge.id)?.captures ?? 1) < 2) return [row.value]
  return [
    ...tx.list('transfer', row.account, { where: transfer => transfer.source_transaction === charge.id }),
  ]
}
