import { badParameter } from '../core/errors.ts'
import { PLATFORM, randomText } from '../core/ids.ts'
import type { Ctx } from '../core/route.ts'

/** Where the payer comes back to after a page of the bank's, and where that page is. */
export interface WayBack {
  returnUrl: string
  /** Where the emulator was reached. */
  origin: string
}

interface Confirmation {
  return_url?: string | undefined
  use_stripe_sdk?: boolean | undefined
  confirmation_token?: string | undefined
}

/**
 * How a confirmation wants the payer to be asked: by a redirect when it names a `return_url` and is not made by
 * Stripe.js (nor with a token that Stripe.js made), else by Stripe.js (null).
 * docs.stripe.com/payments/3d-secure/authentication-flow#manual-redirect
 * @throws StripeError 400 `url_invalid`.
 */
export function wayBackOf(ctx: Pick<Ctx, 'origin'>, sent: Confirmation): WayBack | null {
  const returnUrl = sent.return_url
  if (returnUrl === undefined) return null
  if (!URL.canParse(returnUrl) || /^(?:javascript|data|about):/i.test(returnUrl)) {
    throw badParameter('Not a valid URL', { code: 'url_invalid', param: 'return_url' })
  }
  if (sent.use_stripe_sdk ?? sent.confirmation_token !== undefined) return null
  return { returnUrl, origin: ctx.origin }
}

interface Ask {
  type: 'redirect_to_url' | 'use_stripe_sdk'
  redirect_to_url?: { url: string; return_url: string }
  use_stripe_sdk?: { type: string; source: string; stripe_js: string }
}

/** What a payer is asked to do: docs.stripe.com/api/payment_intents/object#payment_intent_object-next_action */
export function challengeAction(clientSecret: string | null, account: string, back: WayBack | null): Ask {
  if (back) {
    const query = new URLSearchParams({ client_secret: String(clientSecret), key: 'pk_test_local' })
    if (account !== PLATFORM) query.set('account', account)
    query.set('return_url', back.returnUrl)
    const redirect_to_url = { url: `${back.origin}/elements/challenge?${query}`, return_url: back.returnUrl }
    return { type: 'redirect_to_url', redirect_to_url }
  }
  const use_stripe_sdk = {
    type: 'three_d_secure_redirect',
    source: `src_${randomText(24)}`,
    stripe_js: '',
  }
  return { type: 'use_stripe_sdk', use_stripe_sdk }
}
