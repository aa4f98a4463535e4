import { logger } from '../logger.ts'
import { receiveEvent } from './receive-event.ts'

/** What Stripe is answered: the same by whichever server took the request. */
export type WebhookAnswer = { status: 200 | 400 | 503; body: string }

const TAKEN: WebhookAnswer = { status: 200, body: '{"received":true}' }

/** 2xx only once the event is stored; 503 makes Stripe send it again. Never throws. */
export async function answerWebhook(body: string, signature: string): Promise<WebhookAnswer> {
  try {
    const received = await receiveEvent(body, signature)
    return received.ok ? TAKEN : { status: 400, body: JSON.stringify({ error: received.error }) }
  } catch (error) {
    logger.error({ err: error }, 'webhook not stored')
    return { status: 503, body: '{"error":"not stored, send again"}' }
  }
}
