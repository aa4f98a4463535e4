import type Stripe from 'stripe'
import { newId, randomText } from '../core/ids.ts'
import { owned } from '../core/owned.ts'
import { type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'

export type Mandate = Stored<Stripe.Mandate>
type Acceptance = Mandate['customer_acceptance']

/** What a confirmation said of mandates: that one was accepted, or which one there is. */
export interface Permission {
  acceptance: Acceptance | null
  mandate: string | null
}

declare module '../core/kinds.ts' {
  interface Kinds {
    mandate: Mandate
    /** By the id of the intent that was confirmed with it: it waits there for the bank's challenge. */
    _permission: Permission
  }
}

/** docs.stripe.com/api/mandates */
export const mandateRoutes: Route[] = [
  route('GET', '/v1/mandates/:id', {}, ({ tx, id, account }) => owned(tx, 'mandate', id, account)),
]

interface NewMandate {
  acceptance: Acceptance
  paymentMethod: string
  onBehalfOf: string | null
  /** The one payment that is permitted, in minor units; null when any is. */
  singleUse: { amount: number; currency: string } | null
}

/**
 * Writes down that a payer permits a payment, or all later ones. A permission for one payment is made by that
 * payment and is used up with it.
 */
export function addMandate(tx: Tx, wanted: NewMandate, account: string): Mandate {
  const { singleUse, onBehalfOf } = wanted
  const id = newId('mandate')
  const mandate: Mandate = {
    id,
    object: 'mandate',
    customer_acceptance: wanted.acceptance,
    livemode: false,
    ...(onBehalfOf === null ? {} : { on_behalf_of: onBehalfOf }),
    payment_method: wanted.paymentMethod,
    payment_method_details: detailsOf(tx, wanted.paymentMethod),
    ...(singleUse
      ? { single_use: singleUse, status: 'inactive', type: 'single_use' }
      : { multi_use: {}, status: 'active', type: 'multi_use' }),
  }
  return tx.put('mandate', id, mandate, account)
}

/** A bank account's mandate has a name of its own, and a page for its owner to read. */
function detailsOf(tx: Tx, methodId: string): Mandate['payment_method_details'] {
  if (tx.get('payment_method', methodId).type !== 'sepa_debit') return { card: {}, type: 'card' }
  const reference = randomText(16).toUpperCase()
  const url = `https://hooks.stripe.com/adapter/sepa_debit/file/${randomText(24)}`
  return { sepa_debit: { reference, url }, type: 'sepa_debit' }
}

/** The mandate under which a payment method may be charged, if there is one. */
export function activeMandate(tx: Tx, methodId: string, account: string): Mandate | null {
  const isOpen = (one: Mandate) => one.payment_method === methodId && one.status === 'active'
  const [mandate] = tx.list('mandate', account, { where: isOpen })
  return mandate ?? null
}

/** Ends what a card's owner permitted: nothing can be paid with the card any more. */
export function endMandates(tx: Tx, methodId: string, account: string): void {
  const isOpen = (one: Mandate) => one.payment_method === methodId && one.status === 'active'
  for (const { id } of [...tx.list('mandate', account, { where: isOpen })]) {
    const mandate = tx.edit('mandate', id)
    mandate.status = 'inactive'
    emit(tx, 'mandate.updated', mandate, account)
  }
}
