import { db } from '../db.ts'
import { env } from '../env.ts'
import { recordAccount } from '../onboarding/record-account.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { listMadeAccounts, listMadeCustomers, type MadeAccount, type MadeCustomer } from '../stripe/made.ts'
import { adoptUser } from './adopt-user.ts'
import type { Report } from './report.ts'

async function ownerOf({ userId, email }: MadeCustomer): Promise<string | null> {
  if (userId) return userId
  const user = await db().user.findFirst({ where: { email: email.toLowerCase(), role: 'EMPLOYER' } })
  return user?.id ?? null
}

async function adoptCustomer(report: Report, made: MadeCustomer): Promise<void> {
  const { livemode } = env().stripe
  const { customerRowId: id, stripeCustomerId, createdAt, email, name } = made
  const named = await db().customer.updateMany({
    where: { id, stripeCustomerId: null },
    data: { stripeCustomerId },
  })
  if (named.count > 0 || (await db().customer.count({ where: { id } })) > 0) return
  const userId = await ownerOf(made)
  if (!userId || (await db().customer.count({ where: { userId, livemode } })) > 0) {
    const problem = userId ? 'Its employer has another Customer by now.' : 'It does not say whose it is.'
    return report.find(`customer ${stripeCustomerId} <${email}>`, problem, 'Look at its payments at Stripe.')
  }
  const person = { userId, email, displayName: name, country: '', createdAt }
  await adoptUser(report, { ...person, role: 'EMPLOYER' })
  await db().customer.create({ data: { id, userId, livemode, stripeCustomerId, createdAt } })
  report.count('customers')
}

async function adoptAccount(report: Report, made: MadeAccount): Promise<Result<unknown, StripeFailure>> {
  const { livemode } = env().stripe
  const { connectedAccountId: id, stripeAccountId, userId, email, createdAt, country, defaultCurrency } = made
  await db().connectedAccount.updateMany({ where: { id, stripeAccountId: null }, data: { stripeAccountId } })
  if ((await db().connectedAccount.count({ where: { id } })) === 0) {
    if ((await db().connectedAccount.count({ where: { userId, livemode } })) > 0) {
      const problem = 'Its contractor has another account by now.'
      report.find(`account ${stripeAccountId} <${email}>`, problem, 'Look at its balance at Stripe.')
      return ok()
    }
    const displayName = made.name || email.replace(/@.*/, '')
    await adoptUser(report, { userId, role: 'CONTRACTOR', email, displayName, country, createdAt })
    const row = { id, userId, livemode, stripeAccountId, country, defaultCurrency, createdAt }
    await db().connectedAccount.create({ data: row })
    report.count('accounts of contractors')
    const problem = 'The consent to our terms is lost, and so is which documents were sent.'
    const proposal = 'Have the contractor accept our terms again: until then their account cannot be debited.'
    report.find(`account ${stripeAccountId} <${email}>`, problem, proposal)
  }
  return recordAccount(stripeAccountId)
}

/** Details that were sent in the lost time used up numbers that are in idempotency keys: it goes on beyond all of them. */
async function skipUsedNumbers(since: Date): Promise<void> {
  const beyond = Math.floor(since.getTime() / 1000)
  const { livemode } = env().stripe
  await db().connectedAccount.updateMany({
    where: { livemode, updateCount: { lt: beyond } },
    data: { updateCount: beyond },
  })
}

/** Makes the employers and contractors again who signed up in the lost time, with what Stripe keeps for them. */
export async function adoptPeople(report: Report, since: Date): Promise<Result<void, StripeFailure>> {
  const customers = await listMadeCustomers(since)
  if (!customers.ok) return customers
  for (const made of customers.value) await adoptCustomer(report, made)
  const accounts = await listMadeAccounts(since)
  if (!accounts.ok) return accounts
  for (const made of accounts.value) {
    const adopted = await adoptAccount(report, made)
    if (!adopted.ok) return adopted
  }
  await skipUsedNumbers(since)
  return ok()
}
