import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'
import { noRequirements } from './blank.ts'
import type { Account, Requirements, Verification } from './kinds.ts'

/** The website with which Stripe takes an account for one that is not used any more. */
const INACTIVE_SITE = /^https?:\/\/inactivity\.stripe\.com\b/

/** Capabilities have words of their own for what an account calls `requirements.past_due` and so on. */
function capabilityReason(account: Account, status: string): string | null {
  const reason = account.requirements.disabled_reason
  if (status === 'active') return null
  if (INACTIVE_SITE.test(account.business_profile.url ?? '')) return 'paused.inactivity'
  if (reason === null) return null
  if (reason === 'requirements.pending_verification') return 'pending.review'
  return reason.startsWith('requirements.') ? 'requirements.fields_needed' : 'rejected.other'
}

/** Reports for tax offices need numbers, and stop nothing. */
function isReport(name: string): boolean {
  return name.startsWith('tax_reporting_')
}

/** Whether a capability works: what is overdue stops it, a bank account that is missing does not. */
export function capabilityStatus(
  account: Account,
  verification: Verification,
  name: string,
): 'active' | 'inactive' | 'pending' {
  if (verification.listed || verification.rejected) return 'inactive'
  if (INACTIVE_SITE.test(account.business_profile.url ?? '')) return 'inactive'
  if (isReport(name)) return 'active'
  const { past_due: overdue, pending_verification: pending } = account.requirements
  const stopping = (overdue ?? []).filter(path => path !== 'external_account')
  if (stopping.length > 0 && !verification.payoutsOnly) return 'inactive'
  return (pending ?? []).length > 0 && !verification.wasActive ? 'pending' : 'active'
}

function reportRequirements(all: Requirements): Requirements {
  const about = (paths: string[] | null) => (paths ?? []).filter(path => path.endsWith('id_number'))
  return { ...noRequirements(), pending_verification: about(all.pending_verification) }
}

/** A capability as an object of its own; its requirements are the account's, but for those of the bank. */
export function capabilityObject(
  account: Account,
  verification: Verification,
  name: string,
): Stored<Stripe.Capability> {
  const requestedAt = verification.requested[name]
  const status = (account.capabilities as Record<string, string>)[name] ?? 'unrequested'
  const requirements = isReport(name) ? reportRequirements(account.requirements) : account.requirements
  return {
    id: name,
    object: 'capability',
    account: account.id,
    future_requirements: isReport(name) ? noRequirements() : structuredClone(account.future_requirements),
    requested: requestedAt !== undefined,
    requested_at: requestedAt ?? null,
    requirements: {
      ...structuredClone(requirements),
      disabled_reason: requestedAt === undefined ? null : capabilityReason(account, status),
    },
    status,
  } as Stored<Stripe.Capability>
}
