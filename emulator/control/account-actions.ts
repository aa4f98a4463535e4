import { announceRequirements } from '../accounts/thresholds.ts'
import { type Actions, NotThere } from './controlled.ts'
import { refuseUnknown, textOf, wholeNumber } from './sent.ts'

/** `/_control/requirements`: what Stripe will ask of an account that it does not ask yet. */
export const accountActions: Actions = {
  'POST /_control/requirements': async ({ engine }, sent) => {
    refuseUnknown(sent, ['account', 'seconds'])
    const account = textOf(sent, 'account') ?? ''
    const seconds = wholeNumber(sent, 'seconds')
    if (!engine.store.row('account', account)) throw new NotThere(`There is no account ${account}`)
    await engine.write(tx => announceRequirements(tx, account, tx.now + seconds))
    return { account, at: engine.clock.now() + seconds }
  },
}
