import { invalid } from '../core/errors.ts'
import { PLATFORM } from '../core/ids.ts'
import type { Params } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { applyAccount } from './apply-account.ts'
import { blankAccount, blankVerification } from './blank.ts'
import { controllerOf } from './controller.ts'
import { countryRule } from './countries.ts'
import type { CREATE_FIELDS } from './fields.ts'
import type { Account } from './kinds.ts'
import { refreshAccount } from './refresh.ts'

/**
 * Opens a connected account, whichever version of the API asked for it.
 * @throws StripeError 400 for a caller that is no platform, an unknown country, or pieces that do not go together.
 */
export function openAccount(tx: Tx, caller: string, params: Params<typeof CREATE_FIELDS>): Account {
  const { type: _type, controller: _controller, country: sentCountry, ...sent } = params
  if (caller !== PLATFORM) {
    throw invalid(
      "You can only create new accounts if you've signed up for Connect, which you can do at https://dashboard.stripe.com/connect.",
      {},
    )
  }
  const made = controllerOf(params)
  const country = (sentCountry ?? 'US').toUpperCase()
  const rule = countryRule(country)
  if (!rule) throw invalid(`${country} is not currently supported by Stripe.`, { param: 'country' })
  const account: Account = {
    ...blankAccount(country, rule.currency, tx.now, made.controller),
    type: made.type,
  }
  tx.put('account', account.id, account, PLATFORM)
  tx.put('_verification', account.id, blankVerification(), account.id)
  applyAccount(tx, account, sent)
  return refreshAccount(tx, account.id)
}
