import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { isUniqueViolation, transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import { type CreateAdminInput, SYSTEM } from './model.ts'
import { hashPassword } from './passwords.ts'

/** Makes an admin, an owner unless it is said otherwise. Nobody can sign up as one: only whoever can run a command on the server calls this. */
export async function createAdmin(
  input: CreateAdminInput,
): Promise<Result<{ userId: string }, 'email_taken'>> {
  const passwordHash = await hashPassword(input.password)
  const userId = newId('usr')
  const { adminRole = 'owner' } = input
  try {
    await transaction(async tx => {
      await tx.user.create({
        data: {
          id: userId,
          email: input.email,
          passwordHash,
          role: 'ADMIN',
          adminRole,
          emailVerifiedAt: now(),
          profile: { create: { displayName: input.displayName, country: '' } },
        },
      })
      await recordAuditEvent(tx, SYSTEM, {
        action: 'user.admin_created',
        subject: { type: 'User', id: userId },
        after: { adminRole },
      })
    })
    return ok({ userId })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('email_taken')
    throw error
  }
}
