import { allowFirstVersion } from '../accounts/first-version.ts'
import { announceRequirements } from '../accounts/thresholds.ts'
import { type Actions, NotThere } from './controlled.ts'
import { flag, refuseUnknown, textOf, wholeNumber } from './sent.ts'

/**
 * `/_control/requirements`: what Stripe will ask of an account that it does not ask yet. `/_control/accounts-v1`: whether this platform may
 * open accounts by the first version of the API.
 */
export const accountActions: Actions = {
  'POST /_control/accounts-v1': async ({ engine }, sent) => {
    refuseUnknown(sent, ['allowed'])
    const allowed = flag(sent, 'allowed')
    await engine.write(tx => allowFirstVersion(tx, allowed))
    return { allowed }
  },
  'POST /_control/requirements': async ({ engine }, sent) => {
    refuseUnknown(sent, ['account', 'seconds'])
    const account = textOf(sent, 'account') ?? ''
    const seconds = wholeNumber(sent, 'seconds')
    if (!engine.store.row('account', account)) throw new NotThere(`There is no account ${account}`)
    await engine.write(tx => announceRequirements(tx, account, tx.now + seconds))
    return { account, at: engine.clock.now() + seconds }
  },
}
