import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { PersonSnapshot } from '../stripe/account-snapshot.ts'
import { type PersonChanges, retrieveAccount, sendPersonChanges } from '../stripe/accounts.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import {
  type DetailsErrorCode,
  detailsRefusal,
  needsState,
  type SubmitDetailsInput,
} from './details-input.ts'
import { type OpenAccount, ownAccount } from './own-account.ts'
import { recordAccount } from './record-account.ts'

type Address = NonNullable<PersonChanges['address']>

/** Stripe writes phone numbers its own way: only the digits say whether it is another number. */
function samePhone(held: string | null, typed: string): boolean {
  const digits = (number: string) => number.replace(/\D/g, '')
  return held !== null && digits(held).endsWith(digits(typed).replace(/^0+(?=\d{7})/, ''))
}

function sameAddress(held: PersonSnapshot, typed: Address): boolean {
  const parts = ['line1', 'line2', 'city', 'state', 'postalCode'] as const
  return parts.every(part => (held[part] ?? '') === typed[part])
}

function sameDob(held: PersonSnapshot['dob'], typed: NonNullable<PersonChanges['dob']>): boolean {
  return held?.day === typed.day && held.month === typed.month && held.year === typed.year
}

/** What of the form is not at Stripe yet. Sending verified details again is refused, so only the difference is sent. */
export function changesOf(
  held: PersonSnapshot | null,
  input: SubmitDetailsInput,
  country: string,
): PersonChanges {
  const dob = { day: input.dobDay, month: input.dobMonth, year: input.dobYear }
  const { line1, line2, city, state, postalCode } = input
  const address = { line1, line2, city, state: needsState(country) ? state : '', postalCode, country }
  const changes: PersonChanges = {}
  if (held?.firstName !== input.firstName) changes.firstName = input.firstName
  if (held?.lastName !== input.lastName) changes.lastName = input.lastName
  if (held?.email !== input.email) changes.email = input.email
  if (!samePhone(held?.phone ?? null, input.phone)) changes.phone = input.phone
  if (!sameDob(held?.dob ?? null, dob)) changes.dob = dob
  if (!held || !sameAddress(held, address)) changes.address = address
  if (input.idNumber) changes.idNumber = input.idNumber
  if (input.ssnLast4) changes.ssnLast4 = input.ssnLast4
  return changes
}

async function nextUpdate(actor: Actor, account: OpenAccount, changes: PersonChanges): Promise<number> {
  return transaction(async tx => {
    const row = await tx.connectedAccount.update({
      where: { id: account.id },
      data: { updateCount: { increment: 1 } },
    })
    const subject = { type: 'ConnectedAccount', id: account.id }
    const after = { fields: Object.keys(changes) }
    await recordAuditEvent(tx, actor, { action: 'details.submitted', subject, after })
    return row.updateCount
  })
}

/**
 * Gives Stripe the contractor's personal details, the changed ones only. Nothing of them is kept with us; the audit
 * event names the fields, not their values. Submitting again after a failure sends what is still missing.
 */
export async function submitDetails(
  actor: Actor,
  input: SubmitDetailsInput,
): Promise<Result<void, DetailsErrorCode>> {
  const own = await ownAccount(actor)
  if (!own.ok) return own
  const account = own.value
  if (needsState(account.country) && !input.state) return fail('state_missing')
  const held = await retrieveAccount(account.stripeAccountId)
  if (!held.ok) return fail('stripe_unavailable')
  const changes = changesOf(held.value.person, input, account.country)
  if (Object.keys(changes).length > 0) {
    const updateCount = await nextUpdate(actor, account, changes)
    const sent = await sendPersonChanges({
      accountId: account.stripeAccountId,
      connectedAccountId: account.id,
      updateCount,
      changes,
    })
    if (!sent.ok) {
      return fail(isDefinite(sent.error) ? detailsRefusal(sent.error.param) : 'stripe_unavailable')
    }
  }
  await recordAccount(account.stripeAccountId)
  return ok()
}
