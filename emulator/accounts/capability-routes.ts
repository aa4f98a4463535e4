import { missing } from '../core/errors.ts'
import { boolean } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import { requestCapability } from './apply-account.ts'
import { capabilityObject } from './capability.ts'
import { CAPABILITIES } from './capability-names.ts'
import { editAccount } from './kinds.ts'
import { reachableAccount } from './own-account.ts'
import { refreshAccount } from './refresh.ts'

/** docs.stripe.com/api/capabilities */
export const capabilityRoutes: Route[] = [
  route('GET', '/v1/accounts/:id/capabilities', {}, ({ tx, id, account, url }) => {
    const owner = reachableAccount({ tx, account }, id)
    const verification = tx.get('_verification', id)
    const data = Object.keys(verification.requested).map(name => capabilityObject(owner, verification, name))
    return { object: 'list', data, has_more: false, url }
  }),
  route('GET', '/v1/accounts/:id/capabilities/:capability', {}, ({ tx, id, account, path }) => {
    const owner = reachableAccount({ tx, account }, id)
    const verification = tx.get('_verification', id)
    const name = path.capability ?? ''
    if (!CAPABILITIES.includes(name)) throw missing('capability', name)
    return capabilityObject(owner, verification, name)
  }),
  route(
    'POST',
    '/v1/accounts/:id/capabilities/:capability',
    { params: { requested: boolean } },
    ({ tx, id, account, path, params }) => {
      reachableAccount({ tx, account }, id)
      const name = path.capability ?? ''
      requestCapability(tx, editAccount(tx, id), name, params.requested)
      return capabilityObject(refreshAccount(tx, id), tx.get('_verification', id), name)
    },
  ),
]
