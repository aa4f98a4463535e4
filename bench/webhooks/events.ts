import { createHmac } from 'node:crypto'

/** An event ready to be posted. */
export interface Signed {
  body: string
  signature: string
}

/** The `Stripe-Signature` of a body, as of now. https://docs.stripe.com/webhooks#verify-manually */
export function sign(body: string, secret: string): Signed {
  const seconds = Math.floor(Date.now() / 1000)
  const v1 = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return { body, signature: `t=${seconds},v1=${v1}` }
}

/** A PaymentIntent as events show it: what is null or empty in a real one too. */
const intent = (id: string) => ({
  id,
  object: 'payment_intent',
  amount: 10_000,
  amount_capturable: 10_000,
  amount_received: 0,
  application_fee_amount: 1000,
  automatic_payment_methods: { allow_redirects: 'never', enabled: true },
  canceled_at: null,
  cancellation_reason: null,
  capture_method: 'manual',
  client_secret: `${id}_secret_c2VjcmV0c2VjcmV0c2VjcmV0`,
  confirmation_method: 'automatic',
  created: 1_795_000_000,
  currency: 'usd',
  customer: 'cus_TestCustomer0001',
  description: null,
  last_payment_error: null,
  latest_charge: `ch${id.slice(2)}`,
  livemode: false,
  metadata: { order_id: 'ord_01m3k5v8e0000example00001', payment_id: 'pay_01m3k5v8e0000example00001' },
  next_action: null,
  on_behalf_of: null,
  payment_method: 'pm_TestPaymentMethod0001',
  payment_method_options: {
    card: { installments: null, network: null, request_three_d_secure: 'automatic' },
  },
  payment_method_types: ['card', 'link'],
  processing: null,
  receipt_email: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  statement_descriptor: null,
  status: 'requires_capture',
  transfer_data: { destination: 'acct_TestContractor01' },
  transfer_group: 'ord_01m3k5v8e0000example00001',
})

let made = 0

/** Another event each time, of another PaymentIntent, of about 1.6 KB. */
export function nextEvent(): string {
  const number = String(++made).padStart(9, '0')
  return JSON.stringify({
    id: `evt_${process.pid}${number}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: 1_795_000_000,
    data: { object: intent(`pi_${process.pid}${number}`) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: 'req_TestRequest00001', idempotency_key: 'authorize:pay_01m3k5v8e0000example00001:1' },
    type: 'payment_intent.amount_capturable_updated',
  })
}
