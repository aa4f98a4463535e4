import { createHmac } from 'node:crypto'

const ANSWER_TIMEOUT_MS = 20_000
/** How much of an endpoint's answer is kept. */
const EXCERPT = 1000

/** What came of a POST. */
export interface Posted {
  ms: number
  status: number | null
  error: string | null
  body: string
}

/** Sends a signed event. Never throws: no answer within 20 s is an outcome too. */
export async function postEvent(url: string, body: string, secret: string): Promise<Posted> {
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signatureOf(body, secret),
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    })
    const excerpt = (await answer.text()).slice(0, EXCERPT)
    return { ms: took(), status: answer.status, error: null, body: excerpt }
  } catch (error) {
    return { ms: took(), status: null, error: reasonOf(error), body: '' }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `No answer within ${ANSWER_TIMEOUT_MS / 1000} seconds`
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}

/** Stripe's scheme v1. The time is the real one: receivers compare it with their own clock. */
function signatureOf(body: string, secret: string): string {
  const seconds = Math.floor(Date.now() / 1000)
  const digest = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${digest}`
}
