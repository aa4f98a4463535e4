import { z } from 'zod'

// What Stripe's objects are told of our rows: enough to make the rows again from Stripe alone, after a backup of our database was
// restored that is older than they (docs/restore.md). Both directions stand here, so that what is written is what is read.
// Everything comes from the row, so that the same row always asks Stripe for the same.

/** Stripe takes up to 50 keys with values of up to 500 characters: https://docs.stripe.com/metadata#data */
const VALUE_MAX = 500

type Value = string | number | bigint | boolean | null | undefined

/** Cuts what is too long, and never in the middle of a character. */
const cut = (text: string) => text.slice(0, VALUE_MAX).replace(/[\uD800-\uDBFF]$/, '')

/** As Stripe takes it: what is empty is left out. */
function written(values: Record<string, Value>): Record<string, string> {
  const texts = Object.entries(values).map(([key, value]) => [key, cut(String(value ?? ''))] as const)
  return Object.fromEntries(texts.filter(([, text]) => text !== ''))
}

const id = z.string().min(1)
const optional = z.string().nullish().default(null)
const text = z.string().default('')
const flag = z.enum(['true', 'false']).transform(value => value === 'true')
const sum = z
  .string()
  .regex(/^\d+$/)
  .transform(value => BigInt(value))
const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

/** What was agreed. `description` is the beginning of it when it comes back from Stripe. */
export type ToldOrder = {
  orderId: string
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

export type ToldPayment = {
  paymentId: string
  requestKey: string
  /** The payment whose hold this one is to take the place of. */
  replacesPaymentId: string | null
  commission: bigint
  order: ToldOrder
}

export const writePayment = ({ order, ...payment }: ToldPayment): Record<string, string> =>
  written({
    order_id: order.orderId,
    payment_id: payment.paymentId,
    request_key: payment.requestKey,
    replaces_payment_id: payment.replacesPaymentId,
    commission: payment.commission,
    order_number: order.number,
    order_title: order.title,
    order_description: order.description,
    order_request_key: order.orderRequestKey,
    employer_id: order.employerId,
    contractor_id: order.contractorId,
    commission_bps: order.commissionBps,
    commission_fixed: order.commissionFixed,
    listing_id: order.listingId,
    delivery_days: order.deliveryDays,
    project_id: order.projectId,
    milestone: order.milestone,
  })

const payment = z
  .object({
    order_id: id,
    payment_id: id,
    request_key: id,
    replaces_payment_id: optional,
    commission: sum,
    order_number: count,
    order_title: text,
    order_description: text,
    order_request_key: id,
    employer_id: id,
    contractor_id: id,
    commission_bps: count,
    commission_fixed: sum,
    listing_id: optional,
    delivery_days: count.nullish().default(null),
    project_id: optional,
    milestone: count.nullish().default(null),
  })
  .transform(
    (told): ToldPayment => ({
      paymentId: told.payment_id,
      requestKey: told.request_key,
      replacesPaymentId: told.replaces_payment_id,
      commission: told.commission,
      order: {
        orderId: told.order_id,
        number: told.order_number,
        title: told.order_title,
        description: told.order_description,
        orderRequestKey: told.order_request_key,
        employerId: told.employer_id,
        contractorId: told.contractor_id,
        commissionBps: told.commission_bps,
        commissionFixed: told.commission_fixed,
        listingId: told.listing_id,
        deliveryDays: told.delivery_days,
        projectId: told.project_id,
        milestone: told.milestone,
      },
    }),
  )

export type ToldRefund = {
  refundId: string
  requestKey: string
  /** Our reason, which is finer than Stripe's. */
  ourReason: string
  note: string
  createdById: string
  reverseTransfer: boolean
  refundCommission: boolean
}

export const writeRefund = (refund: ToldRefund): Record<string, string> =>
  written({
    refund_id: refund.refundId,
    request_key: refund.requestKey,
    our_reason: refund.ourReason,
    note: refund.note,
    created_by: refund.createdById,
    reverse_transfer: refund.reverseTransfer,
    refund_commission: refund.refundCommission,
  })

const refund = z
  .object({
    refund_id: id,
    request_key: id,
    our_reason: id,
    note: text,
    created_by: id,
    reverse_transfer: flag,
    refund_commission: flag,
  })
  .transform(
    (told): ToldRefund => ({
      refundId: told.refund_id,
      requestKey: told.request_key,
      ourReason: told.our_reason,
      note: told.note,
      createdById: told.created_by,
      reverseTransfer: told.reverse_transfer,
      refundCommission: told.refund_commission,
    }),
  )

const reader =
  <T>(schema: z.ZodType<T>) =>
  (metadata: Record<string, string> | null | undefined): T | null =>
    schema.safeParse(metadata ?? {}).data ?? null

/** Null for what is not ours, or was made before Stripe was told all of it. */
export const readPayment = reader(payment)
export const readRefund = reader(refund)
export { flag, id, optional, reader, sum, text, written }
