import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import type { Actor } from '../users/model.ts'
import type { OpenAccount } from './own-account.ts'

type Action = 'details.submitted' | 'company.submitted' | 'person.submitted' | 'business_type.chosen'

/**
 * The number of the next thing that an account is told at Stripe: part of its idempotency key. The audit event names what
 * is told, such as the fields, and not their values.
 */
export async function nextUpdate(
  actor: Actor,
  account: OpenAccount,
  action: Action,
  after: Record<string, string | string[]>,
): Promise<number> {
  return transaction(async tx => {
    const row = await tx.connectedAccount.update({
      where: { id: account.id },
      data: { updateCount: { increment: 1 } },
    })
    const subject = { type: 'ConnectedAccount', id: account.id }
    await recordAuditEvent(tx, actor, { action, subject, after })
    return row.updateCount
  })
}
