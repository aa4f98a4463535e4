import type Stripe from 'stripe'
import type { Stored } from '../core/stored.ts'
import type { Account, Verification } from './kinds.ts'

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
    requirements: structuredClone(account.requirements),
    status,
  } as Stored<Stripe.Capability>
}
