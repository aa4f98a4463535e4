import { badParameter } from '../core/errors.ts'
import { hash, oneOf, type Params } from '../core/params.ts'
import type { Account } from './kinds.ts'

/** Who answers for an account: `type`, or `controller` piece by piece. */
export const CONTROLLER_FIELDS = {
  type: oneOf('custom', 'express', 'standard'),
  controller: hash({
    fees: hash({ payer: oneOf('account', 'application') }),
    losses: hash({ payments: oneOf('application', 'stripe') }),
    requirement_collection: oneOf('application', 'stripe'),
    stripe_dashboard: hash({ type: oneOf('express', 'full', 'none') }),
  }),
}

type Sent = Params<typeof CONTROLLER_FIELDS>
type Controller = Account['controller']

function build(payer: string, losses: string, collection: string, dashboard: string): Controller {
  return {
    fees: { payer },
    is_controller: true,
    losses: { payments: losses },
    requirement_collection: collection,
    stripe_dashboard: { type: dashboard },
    type: 'application',
  } as Controller
}

const OF_TYPE = {
  custom: () => build('application_custom', 'application', 'application', 'none'),
  express: () => build('application_express', 'application', 'stripe', 'express'),
  standard: () => build('account', 'stripe', 'stripe', 'full'),
}

/** The platform's own account is nobody's. */
export const OWN_CONTROLLER: Controller = { type: 'account' }

function refuse(message: string, part: string) {
  return badParameter(message, { param: `controller[${part}]` })
}

/** Pieces that do not go together (docs.stripe.com/connect/migrate-to-controller-properties). */
function checkCombination(collection: string, dashboard: string, losses: string, payer: string): void {
  if (collection === 'application' && dashboard !== 'none') {
    throw refuse(
      'When `controller[requirement_collection]=application`, `controller[stripe_dashboard][type]` must be `none`.',
      'requirement_collection',
    )
  }
  if (collection === 'application' && losses !== 'application') {
    throw refuse(
      'When `controller[requirement_collection]=application`, `controller[losses][payments]` must be `application`.',
      'requirement_collection',
    )
  }
  if (dashboard === 'full' && losses !== 'stripe' && payer === 'account') {
    throw refuse(
      'When `controller[losses][payments]=application`, `controller[fees][payer]` must be `application`.',
      'losses',
    )
  }
}

/**
 * Who answers for a new account, and its type: 'none' where the pieces were named one by one.
 * @throws StripeError 400 for pieces that do not go together.
 */
export function controllerOf(sent: Sent): { type: Account['type']; controller: Controller } {
  const { type, controller: wish } = sent
  if (type && wish) {
    throw badParameter(
      'You may not provide the `type` parameter and `controller` parameters simultaneously. They are mutually exclusive.',
      { param: 'type' },
    )
  }
  if (!wish) return { type: type ?? 'standard', controller: OF_TYPE[type ?? 'standard']() }
  const dashboard = wish.stripe_dashboard?.type ?? 'full'
  const losses = wish.losses?.payments ?? 'stripe'
  const payer = wish.fees?.payer ?? 'account'
  const collection = wish.requirement_collection ?? 'stripe'
  checkCombination(collection, dashboard, losses, payer)
  return { type: 'none', controller: build(payer, losses, collection, dashboard) }
}
