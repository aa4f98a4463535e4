import { badParameter } from '../core/errors.ts'
import { owned } from '../core/owned.ts'
import { boolean, emptyable, hash, integer, oneOf, type Params, required, text } from '../core/params.ts'
import type { Ctx } from '../core/route.ts'
import type { Mandate, Permission } from './mandate.ts'

type Acceptance = Mandate['customer_acceptance']

const FIELDS = {
  customer_acceptance: hash({
    accepted_at: integer,
    offline: emptyable(hash({})),
    // The last one is what Stripe's libraries for browsers and telephones send instead of the other two.
    online: hash({ ip_address: text, user_agent: text, infer_from_client: boolean }),
    type: required(oneOf('offline', 'online')),
  }),
}

/** docs.stripe.com/api/setup_intents/create#create_setup_intent-mandate_data; `''` is none. */
export const MANDATE_DATA = emptyable(hash(FIELDS))
type MandateData = Params<typeof FIELDS> | null

interface Confirmation {
  confirmation_token?: string | undefined
  mandate?: string | undefined
  mandate_data?: MandateData | undefined
}

/**
 * Keeps what a confirmation says of mandates until the card is charged or saved; what an earlier one said is void.
 * @throws StripeError 400 for an acceptance that says too little, or a mandate that is not there.
 */
export function keepPermission(ctx: Ctx, intentId: string, sent: Confirmation): Permission {
  const { tx, account } = ctx
  if (sent.mandate !== undefined && sent.mandate_data) {
    throw badParameter('You may only specify one of these parameters: mandate, mandate_data.', {
      param: 'mandate',
    })
  }
  const mandate =
    sent.mandate === undefined ? null : owned(tx, 'mandate', sent.mandate, account, 'mandate').id
  const said = sent.mandate_data ? acceptanceOf(ctx, sent.mandate_data) : tokensAcceptance(ctx, sent)
  const permission = { acceptance: said, mandate }
  if (said === null && mandate === null) tx.remove('_permission', intentId)
  else tx.put('_permission', intentId, permission, account)
  return permission
}

/**
 * How a payer accepted, of `mandate_data`. A server has to say from where; a browser is where the payer is.
 * @throws StripeError 400 `parameter_missing`.
 */
export function acceptanceOf(
  ctx: Pick<Ctx, 'ip' | 'power' | 'tx' | 'userAgent'>,
  sent: NonNullable<MandateData>,
): Acceptance {
  const given = sent.customer_acceptance
  const isBrowser = ctx.power === 'publishable'
  if (!given && !isBrowser) throw lacking('customer_acceptance')
  const accepted_at = given?.accepted_at ?? ctx.tx.now
  if (given?.type === 'offline') return { accepted_at, offline: {}, type: 'offline' }
  const online = given?.online
  if (!isBrowser) {
    if (!online) throw lacking('customer_acceptance', 'online')
    for (const name of ['ip_address', 'user_agent'] as const) {
      if (online[name] === undefined) throw lacking('customer_acceptance', 'online', name)
    }
  }
  const ip_address = online?.ip_address ?? ctx.ip
  const user_agent = online?.user_agent ?? ctx.userAgent
  return { accepted_at, online: { ip_address, user_agent }, type: 'online' }
}

function lacking(...path: string[]) {
  const param = `mandate_data${path.map(step => `[${step}]`).join('')}`
  return badParameter(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}

/** What was accepted in the browser when a confirmation token was made. */
function tokensAcceptance({ tx }: Ctx, { confirmation_token: id }: Confirmation): Acceptance | null {
  const token = id === undefined ? undefined : tx.find('confirmation_token', id)
  const said = token?.mandate_data?.customer_acceptance
  if (!token || !said) return null
  if (!said.online) return { accepted_at: token.created, offline: {}, type: 'offline' }
  return { accepted_at: token.created, online: { ...said.online }, type: 'online' }
}
