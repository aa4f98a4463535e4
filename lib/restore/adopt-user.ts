import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, transaction } from '../db.ts'
import { newRequestKey } from '../ids.ts'
import { type Role, SYSTEM } from '../users/model.ts'
import { hashPassword } from '../users/passwords.ts'
import type { Report } from './report.ts'

/** Somebody whose account was lost; what Stripe does not know of them is empty. */
export type LostUser = {
  userId: string
  role: Role
  email: string
  displayName: string
  country: string
  createdAt: Date
}

const NO_PASSWORD =
  'Make sure by another way that it is them; then give the account a new password with npm run password:set.'

/** The address, unless it is unknown or somebody has signed up with it since. */
async function addressFor({ userId, email }: LostUser): Promise<string> {
  const address = email.toLowerCase()
  const isFree = address !== '' && (await db().user.count({ where: { email: address } })) === 0
  return isFree ? address : `${userId}@restored.invalid`
}

/**
 * Makes a lost account again under its old id, unless it is there. Its password is lost: it gets one that nobody knows.
 */
export async function adoptUser(report: Report, lost: LostUser): Promise<void> {
  const { userId, role, displayName, country, createdAt } = lost
  if ((await db().user.count({ where: { id: userId } })) > 0) return
  const email = await addressFor(lost)
  const passwordHash = await hashPassword(newRequestKey())
  await transaction(async tx => {
    const profile = { create: { displayName: displayName || `Unknown ${role.toLowerCase()}`, country } }
    // Which admin it was is lost too: the least of them, until an owner says otherwise.
    const adminRole = role === 'ADMIN' ? 'support' : null
    await tx.user.create({
      data: {
        id: userId,
        email,
        role,
        adminRole,
        passwordHash,
        createdAt,
        emailVerifiedAt: createdAt,
        profile,
      },
    })
    await recordAuditEvent(tx, SYSTEM, {
      action: 'user.restored',
      subject: { type: 'User', id: userId },
      after: { role, email },
    })
  })
  report.count('accounts of people')
  report.find(`user ${userId} <${email}>`, whatIsLost(lost, email), NO_PASSWORD)
}

function whatIsLost({ role, email }: LostUser, given: string): string {
  const who = role.toLowerCase()
  if (email === '') return `This ${who} is known by an id alone: name, e-mail address and password are lost.`
  const isOther = given !== email.toLowerCase()
  const taken = isOther
    ? ` Somebody has signed up again as ${email} since, so that it has another address.`
    : ''
  return `This ${who} signed up in the lost time: the password is lost.${taken}`
}
