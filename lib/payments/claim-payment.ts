import { auditInsert } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { Prisma } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { jobCall } from '../jobs/enqueue.ts'
import { payableAccount } from '../onboarding/payable.ts'
import type { OrderStatus } from '../orders/model.ts'
import { fail, ok, type Result } from '../result.ts'
import { run } from '../sql.ts'
import type { AuthorizeInput } from '../stripe/payment-intents.ts'
import type { Actor } from '../users/model.ts'
import type { AuthorizeOrderInput } from './input-model.ts'
import { LIVE_STATUSES, type PaymentErrorCode, type PaymentStatus } from './model.ts'
import type { PaymentBefore } from './payment-facts.ts'

/** A payment that this form, or another tab, made before. */
export type KnownPayment = {
  id: string
  requestKey: string
  status: PaymentStatus
  savedCardId: string
  stripePaymentIntentId: string | null
  declineCode: string | null
  failureCode: string | null
}

/** The payment to go on with: one that was there, or a new one with what Stripe is to be asked for. */
export type Claimed = { known: KnownPayment } | { made: PaymentBefore; call: AuthorizeInput }

/** What the statement found; the parts are null where there was nothing. */
type Found = {
  orderStatus: OrderStatus
  known: KnownPayment | null
  cardId: string | null
  accountId: string | null
  made: boolean
  amount: bigint
  currency: string
  commission: bigint
  customerId: string
  paymentMethodId: string
  destinationAccountId: string
  /** What was agreed, for Stripe to keep a second copy of. */
  number: number
  title: string
  description: string
  orderRequestKey: string
  employerId: string
  contractorId: string
  commissionBps: number
  commissionFixed: bigint
  listingId: string | null
  deliveryDays: number | null
  projectId: string | null
  milestone: number | null
}

/** The card, which removing it waits for; or the card was removed first, and is not found. */
const ownCard = (actor: Actor, savedCardId: string, livemode: boolean) => Prisma.sql`
  SELECT c.id, c.stripe_payment_method_id, cu.stripe_customer_id
  FROM saved_cards c JOIN customers cu ON cu.id = c.customer_id
  WHERE c.id = ${savedCardId} AND c.removed_at IS NULL AND c.livemode = ${livemode} AND cu.user_id = ${actor.userId}
  FOR SHARE OF c`

/**
 * What is there for this form already, or for another: the order's payment that holds money, or can still come to; while a renewal is on
 * its way there are both, and what a form of checkout finds is the hold that stands.
 */
const knownPayment = (requestKey: string) => Prisma.sql`
  SELECT p.id, p.request_key AS "requestKey", p.status, p.saved_card_id AS "savedCardId",
    p.stripe_payment_intent_id AS "stripePaymentIntentId", p.decline_code AS "declineCode", p.failure_code AS "failureCode"
  FROM payments p JOIN own_order o ON o.id = p.order_id
  WHERE p.request_key = ${requestKey}
    OR (p.surplus_at IS NULL AND p.status = ANY (${[...LIVE_STATUSES]}::"PaymentStatus"[]))
  ORDER BY p.request_key = ${requestKey} DESC, p.status IN ('requires_capture', 'succeeded') DESC LIMIT 1`

function newPayment(paymentId: string, requestKey: string, livemode: boolean): Prisma.Sql {
  const at = now().toISOString()
  return Prisma.sql`
    INSERT INTO payments (id, order_id, request_key, livemode, connected_account_id, saved_card_id, amount, currency,
      commission_amount, created_at, updated_at)
    SELECT ${paymentId}::text, o.id, ${requestKey}::text, ${livemode}::boolean, a.id, c.id, o.amount, o.currency,
      o.commission_amount, ${at}::timestamp, ${at}::timestamp
    FROM own_order o, card c, account a
    WHERE o.status = 'placed' AND NOT EXISTS (SELECT FROM known)
    ON CONFLICT DO NOTHING RETURNING id, order_id, amount, currency`
}

/**
 * Authorization, every check and every write of a claim in one statement. The order's row is locked, but what the
 * statement sees of payments is from before it waited for that: then the unique keys refuse the second one, and
 * nothing is `made` although nothing is `known`.
 */
function claim(actor: Actor, input: AuthorizeOrderInput, paymentId: string): Prisma.Sql {
  const { livemode } = env().stripe
  const audit = auditInsert(
    actor,
    {
      action: 'payment.authorize',
      subject: { type: 'payment', id: paymentId },
      after: Prisma.sql`jsonb_build_object('orderId', order_id, 'amount', amount::text, 'currency', currency)`,
    },
    Prisma.sql`FROM made`,
  )
  // The net under the call that follows: whatever happens to this process, the row is taken to its end.
  const job = jobCall('resume-payment', { paymentId }, { key: `payment:${paymentId}`, delaySeconds: 30 })
  return Prisma.sql`
    WITH own_order AS (
      SELECT id, number, request_key, employer_id, contractor_id, title, description, status, amount, currency,
        commission_bps, commission_fixed, commission_amount, listing_id, delivery_days, project_id, milestone
      FROM orders
      WHERE id = ${input.orderId} AND employer_id = ${actor.userId} AND livemode = ${livemode} FOR NO KEY UPDATE
    ), known AS (${knownPayment(input.requestKey)}),
    card AS (${ownCard(actor, input.savedCardId, livemode)}),
    account AS (${payableAccount(Prisma.sql`(SELECT contractor_id FROM own_order)`)}),
    made AS (${newPayment(paymentId, input.requestKey, livemode)}),
    audited AS (${audit}),
    queued AS (SELECT job.id FROM made, ${job} AS job)
    SELECT o.status AS "orderStatus", to_jsonb(k) AS known, c.id AS "cardId", a.id AS "accountId",
      q.id IS NOT NULL AS made, o.amount, o.currency, o.commission_amount AS commission,
      c.stripe_customer_id AS "customerId", c.stripe_payment_method_id AS "paymentMethodId",
      a.stripe_account_id AS "destinationAccountId", o.number, o.title, o.description,
      o.request_key AS "orderRequestKey", o.employer_id AS "employerId", o.contractor_id AS "contractorId",
      o.commission_bps AS "commissionBps", o.commission_fixed AS "commissionFixed",
      o.listing_id AS "listingId", o.delivery_days AS "deliveryDays",
      o.project_id AS "projectId", o.milestone
    FROM own_order o LEFT JOIN known k ON true LEFT JOIN card c ON true LEFT JOIN account a ON true
      LEFT JOIN queued q ON true`
}

/** The new row as it is now, and what Stripe is to be asked for. */
function newlyClaimed(
  paymentId: string,
  { orderId, requestKey }: AuthorizeOrderInput,
  found: Found,
  connectedAccountId: string,
): Claimed {
  const { amount, currency, commission, customerId, paymentMethodId, destinationAccountId } = found
  const of = { orderId, amount, currency }
  return {
    made: {
      ...of,
      id: paymentId,
      livemode: env().stripe.livemode,
      connectedAccountId,
      status: 'pending',
      isReleasing: false,
    },
    call: {
      ...{ paymentId, requestKey, replacesPaymentId: null, amount, currency, commission },
      ...{ customerId, paymentMethodId, destinationAccountId },
      order: { ...found, orderId },
    },
  }
}

/** More often than anybody could be outrun by others. */
const TRIES_MAX = 10

/**
 * The payment that this form, or another tab, already made; or a new `pending` one, with its audit entry and the job that
 * takes it to its end should this process die.
 */
export async function claimPayment(
  actor: Actor,
  input: AuthorizeOrderInput,
): Promise<Result<Claimed, PaymentErrorCode>> {
  const { orderId, savedCardId, requestKey } = input
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const paymentId = newId('pay')
    const [found] = await run<Found>(claim(actor, input, paymentId))
    if (!found) return fail('not_found')
    const { known } = found
    if (known) {
      const isOther = known.requestKey === requestKey && known.savedCardId !== savedCardId
      return isOther ? fail('request_key_reused') : ok({ known })
    }
    // What was seen of payments can be from before another press moved the order: only a second look says that there is none.
    if (found.orderStatus !== 'placed') {
      if (tries === 0) continue
      return fail('wrong_state')
    }
    if (!found.cardId) return fail('card_not_found')
    if (!found.accountId) return fail('contractor_not_payable')
    if (found.made) return ok(newlyClaimed(paymentId, input, found, found.accountId))
  }
  throw new Error(`${orderId}: somebody else was faster ${TRIES_MAX} times`)
}
