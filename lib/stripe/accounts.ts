import type Stripe from 'stripe'
import type { Result } from '../result.ts'
import { type AccountSnapshot, reshapeAccount, type ScheduleSnapshot } from './account-snapshot.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { type PersonChanges, personParams } from './person-params.ts'
import { listPersons } from './persons.ts'

type Answer = Promise<Result<AccountSnapshot, StripeFailure>>

/** Finds the account of our row by metadata: the way out once Stripe may have forgotten the idempotency key. */
export function findConnectedAccount(
  connectedAccountId: string,
  createdAfter: Date,
): Promise<Result<AccountSnapshot | null, StripeFailure>> {
  return callStripe(async () => {
    const since = Math.floor(createdAfter.getTime() / 1000)
    for await (const account of stripe().accounts.list({ created: { gte: since }, limit: 100 })) {
      if (account.metadata?.connected_account_id === connectedAccountId) return reshapeAccount(account)
    }
    return null
  })
}

export function retrieveAccount(accountId: string): Answer {
  return callStripe(async () => {
    const account = await stripe().accounts.retrieve(accountId)
    return reshapeAccount(account, account.business_type === 'company' ? await listPersons(accountId) : [])
  })
}

function update(accountId: string, params: Stripe.AccountUpdateParams, idempotencyKey: string): Answer {
  return callStripe(async () =>
    reshapeAccount(await stripe().accounts.update(accountId, params, { idempotencyKey })),
  )
}

/** Tells Stripe who accepted its agreement, when and from where. https://docs.stripe.com/connect/updating-service-agreements */
export function sendTermsAcceptance(input: {
  accountId: string
  termsAcceptanceId: string
  acceptedAt: Date
  ip: string
  userAgent: string
}): Answer {
  const acceptance = {
    date: Math.floor(input.acceptedAt.getTime() / 1000),
    ip: input.ip,
    user_agent: input.userAgent,
  }
  return update(input.accountId, { tos_acceptance: acceptance }, `terms:${input.termsAcceptanceId}:1`)
}

/** `updateCount` is the row's, raised before the call, so that each sending has its own key. */
export function sendPersonChanges(input: {
  accountId: string
  connectedAccountId: string
  updateCount: number
  changes: PersonChanges
}): Answer {
  const key = `person:${input.connectedAccountId}:${input.updateCount}`
  return update(input.accountId, { individual: personParams(input.changes) }, key)
}

/** Says whether the contractor is a person or a company: only while nothing that was checked stands against it. */
export function sendBusinessType(input: {
  accountId: string
  connectedAccountId: string
  updateCount: number
  businessType: 'individual' | 'company'
}): Answer {
  const key = `business-type:${input.connectedAccountId}:${input.updateCount}`
  return update(input.accountId, { business_type: input.businessType }, key)
}

/** Makes a bank account, tokenized in the browser, the one that payouts go to; it replaces the one before. */
export function sendBankAccount(input: {
  accountId: string
  connectedAccountId: string
  bankToken: string
}): Answer {
  const key = `bank:${input.connectedAccountId}:${input.bankToken}`
  return update(input.accountId, { external_account: input.bankToken }, key)
}

/** Sets when Stripe pays the balance out by itself. https://docs.stripe.com/connect/manage-payout-schedule */
export function sendPayoutSchedule(input: {
  accountId: string
  changeId: string
  schedule: ScheduleSnapshot
}): Answer {
  const { interval, weekday, monthDay } = input.schedule
  const schedule = {
    interval: interval as Stripe.AccountUpdateParams.Settings.Payouts.Schedule.Interval,
    ...(weekday && {
      weekly_anchor: weekday as Stripe.AccountUpdateParams.Settings.Payouts.Schedule.WeeklyAnchor,
    }),
    ...(monthDay && { monthly_anchor: monthDay }),
  }
  return update(
    input.accountId,
    { settings: { payouts: { schedule } } },
    `payout_schedule:${input.changeId}:1`,
  )
}

/** Gives Stripe uploaded files as a person's document, or the company's. https://docs.stripe.com/connect/handling-api-verification */
export function attachDocument(input: {
  accountId: string
  identityDocumentId: string
  /** Of a company, whoever represents it; null where the account is the person, or the document the company's. */
  stripePersonId: string | null
  kind: 'identity' | 'additional' | 'company'
  frontFileId: string
  backFileId: string | null
}): Promise<Result<void, StripeFailure>> {
  const { accountId, stripePersonId } = input
  const files = { front: input.frontFileId, back: input.backFileId ?? undefined }
  const verification = input.kind === 'additional' ? { additional_document: files } : { document: files }
  const options = { idempotencyKey: `attach:${input.identityDocumentId}:1` }
  return callStripe(async () => {
    if (stripePersonId)
      await stripe().accounts.updatePerson(accountId, stripePersonId, { verification }, options)
    else if (input.kind === 'company')
      await stripe().accounts.update(accountId, { company: { verification: { document: files } } }, options)
    else await stripe().accounts.update(accountId, { individual: { verification } }, options)
  })
}
