import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'
import type { Account, Verification } from './kinds.ts'

/** Capabilities have words of their own for what an account calls `requirements.past_due` and so on. */
function capabilityReason(reason: string | null): string | null {
  if (reason === null) return null
  if (reason === 'requirements.pending_verification') return 'pending.review'
  return reason.startsWith('requirements.') ? 'requirements.fields_needed' : 'rejected.other'
}

/** A capability as an object of its own; its requirements are the account's. */
export function capabilityObject(
  account: Account,
  verification: Verification,
  name: string,
): Stored<Stripe.Capability> {
  const requestedAt = verification.requested[name]
  const status = (account.capabilities as Record<string, string>)[name] ?? 'unrequested'
  return {
    id: name,
    object: 'capability',
    account: account.id,
    future_requirements: structuredClone(account.future_requirements),
    requested: requestedAt !== undefined,
    requested_at: requestedAt ?? null,
    requirements: {
      ...structuredClone(account.requirements),
      disabled_reason: capabilityReason(account.requirements.disabled_reason),
    },
    status,
  } as Stored<Stripe.Capability>
}
