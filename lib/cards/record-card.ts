import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { CardSetupSnapshot, StripeCard } from '../stripe/cards.ts'
import { SYSTEM } from '../users/model.ts'

type CardRow = Prisma.SavedCardGetPayload<object>

const detailsOf = (card: StripeCard) => ({
  brand: card.brand,
  last4: card.last4,
  expMonth: card.expMonth,
  expYear: card.expYear,
})

async function insert(tx: Tx, customerId: string, card: StripeCard): Promise<CardRow> {
  const hasDefault = await tx.savedCard.count({ where: { customerId, isDefault: true, removedAt: null } })
  const row = await tx.savedCard.create({
    data: {
      id: newId('crd'),
      customerId,
      livemode: env().stripe.livemode,
      stripePaymentMethodId: card.paymentMethodId,
      fingerprint: card.fingerprint,
      ...detailsOf(card),
      isDefault: hasDefault === 0,
    },
  })
  await recordAuditEvent(tx, SYSTEM, {
    action: 'card.save',
    subject: { type: 'saved_card', id: row.id },
    after: { brand: row.brand, last4: row.last4 },
  })
  return row
}

/**
 * The customer's card for a PaymentMethod. The same card given again (Stripe's fingerprint tells) is the row that is
 * there already, with its newer expiry; the second copy at Stripe is then taken off by a job.
 */
async function findOrInsert(tx: Tx, customerId: string, card: StripeCard): Promise<CardRow> {
  const known = await tx.savedCard.findFirst({
    where: {
      customerId,
      removedAt: null,
      OR: [{ fingerprint: card.fingerprint }, { stripePaymentMethodId: card.paymentMethodId }],
    },
  })
  if (!known) return insert(tx, customerId, card)
  return tx.savedCard.update({ where: { id: known.id }, data: detailsOf(card) })
}

/**
 * Applies what Stripe says of a SetupIntent: the only function that adds a saved card. Truth is a succeeded SetupIntent
 * read from Stripe. Returns the card, or null while there is none (or for a setup that is not ours).
 */
export async function recordCard(snapshot: CardSetupSnapshot): Promise<CardRow | null> {
  return transaction(async tx => {
    const { livemode } = env().stripe
    const setup = await tx.cardSetup.findFirst({ where: { id: snapshot.cardSetupId ?? '', livemode } })
    if (!setup) return null
    // One customer's cards are changed one at a time: two setups of the same card end as one row.
    await tx.$queryRaw`SELECT id FROM customers WHERE id = ${setup.customerId} FOR UPDATE`
    const current = await tx.cardSetup.findUniqueOrThrow({
      where: { id: setup.id },
      include: { savedCard: true },
    })
    if (current.status === 'succeeded') return current.savedCard
    const data = { stripeSetupIntentId: snapshot.setupIntentId, failureCode: snapshot.failureCode }
    if (snapshot.status !== 'succeeded' || !snapshot.card) {
      const status = snapshot.status === 'canceled' || snapshot.failureCode ? 'failed' : 'processing'
      await tx.cardSetup.update({ where: { id: setup.id }, data: { ...data, status } })
      return null
    }
    const card = await findOrInsert(tx, setup.customerId, snapshot.card)
    await tx.cardSetup.update({
      where: { id: setup.id },
      data: { ...data, status: 'succeeded', savedCardId: card.id },
    })
    if (card.stripePaymentMethodId !== snapshot.card.paymentMethodId) {
      await enqueue(tx, 'detach-duplicate-card', {
        cardSetupId: setup.id,
        paymentMethodId: snapshot.card.paymentMethodId,
      })
    }
    return card
  })
}
