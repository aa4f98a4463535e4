import { invalid, StripeError } from '../core/errors.ts'
import { oneOf, required, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import { attemptSetup, failSetupAuthentication } from '../setup-intents/confirm.ts'
import { attemptPayment } from './confirm.ts'
import { failAuthentication } from './fail.ts'
import { forBrowser, intentFor } from './intent.ts'

const FIELDS = { client_secret: required(text), outcome: required(oneOf('complete', 'fail')) }

/**
 * Our own door, for the page that stands in for a bank's: how the payer did in the 3D Secure challenge of the
 * intent with this client secret. Answers the intent as it is afterwards, also when the card is then declined.
 */
export const challengeRoutes: Route[] = [
  route('POST', '/_browser/challenge', { params: FIELDS, key: 'publishable' }, ctx => {
    const id = ctx.params.client_secret.split('_secret_')[0] ?? ''
    return id.startsWith('seti_') ? answerSetup({ ...ctx, id }) : answerPayment({ ...ctx, id })
  }),
]

function answerPayment(ctx: Ctx<typeof FIELDS>) {
  const { tx, account, params } = ctx
  requireWaiting(intentFor({ ...ctx, power: 'publishable' }, 'payment_intent', params.client_secret))
  const intent = tx.edit('payment_intent', ctx.id)
  if (params.outcome === 'fail') failAuthentication(tx, intent, account)
  else keepingDeclines(() => attemptPayment(tx, intent, account, { authenticated: true, offSession: false }))
  return forBrowser(intent, ctx.power)
}

function answerSetup(ctx: Ctx<typeof FIELDS>) {
  const { tx, account, params } = ctx
  requireWaiting(intentFor({ ...ctx, power: 'publishable' }, 'setup_intent', params.client_secret))
  const intent = tx.edit('setup_intent', ctx.id)
  if (params.outcome === 'fail') failSetupAuthentication(tx, intent, account)
  else keepingDeclines(() => attemptSetup(tx, intent, account, { authenticated: true }))
  return intent
}

function requireWaiting(intent: { status: string }) {
  if (intent.status === 'requires_action') return
  throw invalid(`There is no challenge waiting: the intent has a status of ${intent.status}.`)
}

/** A decline after the challenge is told by the intent's last error, not by this answer. */
function keepingDeclines(attempt: () => void) {
  try {
    attempt()
  } catch (error) {
    if (!(error instanceof StripeError && error.keepsWork)) throw error
  }
}
