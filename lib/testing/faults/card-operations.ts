import { createCustomer } from '../../cards/create-customer.ts'
import { finishCardSetup } from '../../cards/finish-card-setup.ts'
import { removeCard } from '../../cards/remove-card.ts'
import { setDefaultCard } from '../../cards/set-default-card.ts'
import { startCardSetup } from '../../cards/start-card-setup.ts'
import { db } from '../../db.ts'
import { arrangeCard } from '../../demo/arrange-employer.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import { newRequestKey } from '../../ids.ts'
import { confirmSetupWithTestCard } from '../../stripe/test-mode.ts'
import type { Actor } from '../../users/model.ts'
import { newEmployer } from '../marketplace.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Operation } from './operation.ts'

const customerOf = async (actor: Actor) =>
  db().customer.findFirstOrThrow({ where: { userId: actor.userId }, include: { cards: true } })

const openCustomer: Operation<{ actor: Actor; email: string }> = {
  name: 'open a Customer',
  arrange: async () => {
    const actor = await newEmployer()
    const { email } = await db().user.update({
      where: { id: actor.userId },
      data: { email: `again-${actor.userId}@example.com` },
    })
    // As on the day after the keys were changed: the employer is here, and Stripe does not know them.
    await db().customer.delete({ where: { id: (await customerOf(actor)).id } })
    return { actor, email }
  },
  run: ({ actor }) => createCustomer(actor.userId),
  state: async ({ actor, email }) => {
    const row = await db().customer.findFirst({ where: { userId: actor.userId } })
    const { data } = await atStripe<Listed<{ id: string }>>(`customers?email=${encodeURIComponent(email)}`)
    const known = row?.stripeCustomerId ? 'known' : 'unknown'
    return `${known}, ${data.filter(({ id }) => id === row?.stripeCustomerId).length} of ${data.length}`
  },
  before: 'unknown, 0 of 0',
  after: 'known, 1 of 1',
  isJob: true,
}

const startSetup: Operation<{ actor: Actor; requestKey: string }> = {
  name: 'begin to save a card',
  arrange: async () => ({ actor: await newEmployer(), requestKey: newRequestKey() }),
  run: ({ actor, requestKey }) => startCardSetup(actor, { requestKey }),
  state: async ({ actor }) => {
    const { id, stripeCustomerId } = await customerOf(actor)
    const known = await db().cardSetup.count({
      where: { customerId: id, stripeSetupIntentId: { not: null } },
    })
    const { data } = await atStripe<Listed<object>>(`setup_intents?customer=${stripeCustomerId}`)
    // A SetupIntent that nobody was told of yet does nothing; the same form finds it again.
    return known === 0 && data.length <= 1 ? 'nothing begun' : `${known} known, ${data.length} at Stripe`
  },
  before: 'nothing begun',
  after: '1 known, 1 at Stripe',
}

const finishSetup: Operation<{ actor: Actor; cardSetupId: string }> = {
  name: 'keep the saved card',
  arrange: async () => {
    const actor = await newEmployer()
    const input = { requestKey: newRequestKey() }
    const { cardSetupId } = expectOk(await startCardSetup(actor, input), 'start')
    const { stripeSetupIntentId } = await db().cardSetup.findUniqueOrThrow({ where: { id: cardSetupId } })
    expectOk(await confirmSetupWithTestCard(stripeSetupIntentId ?? '', 'pm_card_visa'), 'confirm')
    return { actor, cardSetupId }
  },
  run: ({ actor, cardSetupId }) => finishCardSetup(actor, { cardSetupId }),
  state: async ({ actor }) => `${(await customerOf(actor)).cards.length} cards`,
  before: '0 cards',
  after: '1 cards',
}

type Customer = { invoice_settings: { default_payment_method: string | null } }
type OfCard = { actor: Actor; cardId: string }

const twoCards = async (): Promise<OfCard> => {
  const actor = await newEmployer()
  const first = await arrangeCard(actor, 'pm_card_visa')
  const cardId = await arrangeCard(actor, 'pm_card_mastercard')
  expectOk(await setDefaultCard(actor, { cardId: first }), 'make the first card the default')
  return { actor, cardId }
}

const setDefault: Operation<OfCard> = {
  name: 'choose the default card',
  arrange: twoCards,
  run: ({ actor, cardId }) => setDefaultCard(actor, { cardId }),
  state: async ({ actor }) => {
    const { stripeCustomerId, cards } = await customerOf(actor)
    const customer = await atStripe<Customer>(`customers/${stripeCustomerId}`)
    const there = customer.invoice_settings.default_payment_method
    const brand = (at: (card: (typeof cards)[number]) => boolean) => cards.find(at)?.brand ?? 'none'
    return `${brand(card => card.isDefault)}, at Stripe ${brand(card => card.stripePaymentMethodId === there)}`
  },
  before: 'visa, at Stripe visa',
  after: 'mastercard, at Stripe mastercard',
}

const remove: Operation<OfCard> = {
  name: 'remove the default card',
  arrange: async () => {
    const { actor } = await twoCards()
    const visa = (await customerOf(actor)).cards.find(card => card.isDefault)
    return { actor, cardId: visa?.id ?? '' }
  },
  run: ({ actor, cardId }) => removeCard(actor, { cardId }),
  state: async of => {
    const { stripeCustomerId, cards } = await customerOf(of.actor)
    const { data } = await atStripe<Listed<object>>(`customers/${stripeCustomerId}/payment_methods`)
    const left = cards.filter(card => !card.removedAt).length
    return `${left} and ${data.length}; default ${await setDefault.state(of)}`
  },
  before: '2 and 2; default visa, at Stripe visa',
  after: '1 and 1; default mastercard, at Stripe mastercard',
}

export const CARD_OPERATIONS = [openCustomer, startSetup, finishSetup, setDefault, remove]
