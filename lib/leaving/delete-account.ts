import { requestAccountMail } from '../account-mails/request-account-mail.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { type Tx, transaction } from '../db.ts'
import { newRequestKey } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fail, ok, type Result } from '../result.ts'
import { forgetSecondFactor } from '../second-factor/forget-second-factor.ts'
import { checkPassword } from '../users/check-password.ts'
import type { Actor } from '../users/model.ts'
import { hashPassword } from '../users/passwords.ts'
import { DELETED_NAME } from '../users/person-name-model.ts'
import type { LeaveErrorCode, LeaveInput } from './model.ts'
import { listObstacles } from './obstacles.ts'

/** Cards come off at Stripe one by one, then their Customer goes; each job is made with the row that it is for. */
async function letGoOfCards(tx: Tx, userId: string, at: Date): Promise<void> {
  const cards = await tx.savedCard.updateManyAndReturn({
    where: { customer: { userId }, removedAt: null },
    data: { removedAt: at, isDefault: false },
    select: { id: true },
  })
  for (const { id } of cards) await enqueue(tx, 'detach-removed-card', { savedCardId: id })
  const customers = await tx.customer.updateManyAndReturn({
    where: { userId, removedAt: null },
    data: { removedAt: at },
    select: { id: true },
  })
  for (const { id } of customers)
    await enqueue(tx, 'delete-customer', { customerRowId: id }, { key: `delete-customer:${id}` })
}

/** What is offered or asked for comes to an end. */
async function withdraw(tx: Tx, userId: string): Promise<void> {
  await tx.listing.updateMany({
    where: { contractorId: userId, status: 'published' },
    data: { status: 'unpublished' },
  })
  await tx.offer.updateMany({
    where: {
      OR: [{ employerId: userId }, { contractorId: userId }],
      status: { in: ['requested', 'offered'] },
    },
    data: { status: 'declined', declinedById: userId },
  })
}

/** Everything about the person that the books do not need. */
async function forgetPerson(tx: Tx, userId: string, at: Date): Promise<void> {
  const mine = { where: { userId } }
  await tx.session.updateMany({ ...mine, data: { revokedAt: at, ip: '', userAgent: '' } })
  await forgetSecondFactor(tx, userId)
  await tx.signInChallenge.deleteMany(mine)
  await tx.accountMail.deleteMany(mine)
  await tx.profilePicture.deleteMany(mine)
  await tx.formSubmission.deleteMany(mine)
  await tx.notificationPreference.deleteMany(mine)
  await tx.notification.deleteMany({ where: { recipientId: userId } })
}

async function end(tx: Tx, actor: Actor, passwordHash: string): Promise<Result<void, LeaveErrorCode>> {
  const { userId } = actor
  // An order that names this person waits for this, and finds them gone.
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${userId} FOR UPDATE`
  if ((await listObstacles(actor, tx)).length > 0) return fail('not_yet')
  const at = now()
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, include: { profile: true } })
  await forgetPerson(tx, userId, at)
  await withdraw(tx, userId)
  await letGoOfCards(tx, userId, at)
  const email = `${userId}@deleted.invalid`
  const gone = { email, passwordHash, requestKey: null, suspendedAt: at, deletedAt: at }
  await tx.user.update({ where: { id: userId }, data: gone })
  const receiptName = user.profile?.displayName
  const profile = { displayName: DELETED_NAME, receiptName, headline: '', timeZone: '' }
  await tx.userProfile.update({ where: { userId }, data: profile })
  await recordAuditEvent(tx, actor, {
    action: 'user.deleted',
    subject: { type: 'User', id: userId },
    before: { role: user.role },
    after: { deletedAt: at.toISOString() },
  })
  await requestAccountMail(tx, { kind: 'account_deleted', userId, address: user.email })
  return ok()
}

/**
 * Ends the actor's account, with the password, unless money is open. The person is forgotten; orders, ledger, receipts and the audit
 * log stay as the law on accounts asks. Stripe hears of it by jobs.
 */
export async function deleteAccount(actor: Actor, input: LeaveInput): Promise<Result<void, LeaveErrorCode>> {
  const checked = await checkPassword(actor, input.password)
  if (!checked.ok) return checked
  const passwordHash = await hashPassword(newRequestKey())
  return transaction(tx => end(tx, actor, passwordHash))
}
