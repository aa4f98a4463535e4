import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor, ChangeAdminRoleInput, TeamErrorCode } from './model.ts'

/**
 * An owner says what another admin may do; it counts from that admin's next request on. Nobody changes their own role, so that there
 * is always an owner left.
 */
export async function changeAdminRole(
  actor: Actor,
  { userId, adminRole }: ChangeAdminRoleInput,
): Promise<Result<void, TeamErrorCode>> {
  if (!may(actor, 'people')) return fail('not_found')
  if (userId === actor.userId) return fail('own_role')
  return transaction(async tx => {
    // All owners, in one order: two who demote each other at once are one after the other, and the second is no owner any more.
    const owners = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM users WHERE admin_role = 'owner' ORDER BY id FOR UPDATE`
    if (!owners.some(({ id }) => id === actor.userId)) return fail('not_found')
    const admin = await tx.user.findFirst({ where: { id: userId, role: 'ADMIN' } })
    if (!admin) return fail('not_found')
    if (admin.adminRole === adminRole) return ok()
    await tx.user.update({ where: { id: userId }, data: { adminRole } })
    await recordAuditEvent(tx, actor, {
      action: 'user.admin_role',
      subject: { type: 'User', id: userId },
      before: { adminRole: admin.adminRole },
      after: { adminRole },
    })
    return ok()
  })
}
