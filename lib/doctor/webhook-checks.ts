import { DAY_MS, now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { message } from '../i18n/message.ts'
import { API_VERSION } from '../stripe/client.ts'
import { type EndpointSnapshot, listWebhookEndpoints } from '../stripe/platform.ts'
import type { Finding } from './model.ts'

const LINK = 'https://dashboard.stripe.com/webhooks'
/** One for the platform's own events and one for those of connected accounts. */
const ENDPOINTS = 2
const SHOWN = 5
const SILENT_DAYS = 7

/** Where Stripe has to send events. */
export const webhookAddress = () => new URL('/api/webhooks/stripe', env().NEXTAUTH_URL).toString()

function endpoints(ours: EndpointSnapshot[]): Finding {
  const check = 'endpoints'
  const off = ours.filter(({ isEnabled }) => !isEnabled).length
  if (off > 0)
    return { check, state: 'failed', text: message('doctor.endpointsOff', { count: off }), link: LINK }
  if (ours.length >= ENDPOINTS) return { check, state: 'ok', text: message('doctor.endpointsOk') }
  const text = message('doctor.endpointsMissing', { count: ours.length, address: webhookAddress() })
  return { check, state: 'failed', text, link: LINK }
}

function events(ours: EndpointSnapshot[], wanted: string[]): Finding {
  const check = 'events'
  const missing = wanted.filter(
    type => !ours.some(({ events: sent }) => sent.includes('*') || sent.includes(type)),
  )
  if (missing.length === 0) return { check, state: 'ok', text: message('doctor.eventsOk') }
  const names = missing.slice(0, SHOWN).join(', ')
  const text = message('doctor.eventsMissing', { count: missing.length, names })
  return { check, state: 'failed', text, link: LINK }
}

function apiVersion(ours: EndpointSnapshot[]): Finding {
  const check = 'api_version'
  const version = API_VERSION
  const others = ours.filter(one => one.apiVersion !== version).length
  if (others === 0) return { check, state: 'ok', text: message('doctor.versionOk', { version }) }
  return {
    check,
    state: 'warning',
    text: message('doctor.versionOther', { count: others, version }),
    link: LINK,
  }
}

function secrets(ours: EndpointSnapshot[]): Finding {
  const check = 'secrets'
  const { mode, webhookSecrets } = env().stripe
  const { length: count } = webhookSecrets
  // The local Stripe is told one secret for all.
  if (count >= ours.length || mode === 'local')
    return { check, state: 'ok', text: message('doctor.secretsOk', { count }) }
  return {
    check,
    state: 'failed',
    text: message('doctor.secretsFew', { count, endpoints: ours.length }),
    link: LINK,
  }
}

async function deliveries(): Promise<Finding> {
  const check = 'deliveries'
  const { livemode } = env().stripe
  const latest = await db().stripeEvent.findFirst({
    where: { livemode },
    orderBy: { receivedAt: 'desc' },
    select: { receivedAt: true },
  })
  if (!latest) return { check, state: 'warning', text: message('doctor.deliveriesNone') }
  const days = Math.floor((now().getTime() - latest.receivedAt.getTime()) / DAY_MS)
  if (days >= SILENT_DAYS)
    return { check, state: 'warning', text: message('doctor.deliveriesOld', { days }), link: LINK }
  return { check, state: 'ok', text: message('doctor.deliveriesOk') }
}

/** How Stripe's events come here: `wanted` are the event types that Holdfast acts on. */
export async function webhookChecks(wanted: string[]): Promise<Finding[]> {
  const listed = await listWebhookEndpoints()
  if (!listed.ok) return [{ check: 'endpoints', state: 'unknown', text: message('doctor.needsStripe') }]
  const ours = listed.value.filter(({ url }) => url === webhookAddress())
  const found = endpoints(ours)
  if (ours.length === 0) return [found, await deliveries()]
  return [found, events(ours, wanted), apiVersion(ours), secrets(ours), await deliveries()]
}
