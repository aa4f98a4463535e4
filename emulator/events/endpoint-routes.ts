import { invalid } from '../core/errors.ts'
import { newId, PLATFORM, randomText } from '../core/ids.ts'
import type { Kinds } from '../core/kinds.ts'
import { LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { boolean, clearableText, list, oneOf, required, type Spec, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import type { Tx } from '../core/tx.ts'
import { API_VERSION, checkVersion } from '../core/version.ts'
import { EVENT_NAMES } from './event-names.ts'

type WebhookEndpoint = Kinds['webhook_endpoint']

/** Stripe's limit for the endpoints of one account. */
const ENDPOINTS_MAX = 16

const eventName = oneOf('*', ...EVENT_NAMES)

const apiVersion: Spec<string> = {
  read(value, path) {
    const version = text.read(value, path)
    checkVersion(version, path)
    return version
  },
}

const CREATE = {
  url: required(text),
  enabled_events: required(list(eventName)),
  connect: boolean,
  description: clearableText,
  api_version: apiVersion,
  metadata,
}
const UPDATE = {
  url: text,
  enabled_events: list(eventName),
  description: clearableText,
  disabled: boolean,
  metadata,
}

/** docs.stripe.com/api/webhook_endpoints */
export const webhookEndpointRoutes: Route[] = [
  route('POST', '/v1/webhook_endpoints', { params: CREATE }, ({ tx, params, account }) => {
    if ([...tx.list('webhook_endpoint', account)].length >= ENDPOINTS_MAX) {
      throw invalid(`You have reached the maximum of ${ENDPOINTS_MAX} test webhook endpoints.`)
    }
    const secret = `whsec_${randomText(32)}`
    const wanted = { url: httpUrl(params.url), secret, connect: params.connect ?? false }
    const endpoint = addEndpoint(tx, wanted, account)
    endpoint.enabled_events = nonEmpty(params.enabled_events)
    endpoint.api_version = params.api_version ?? null
    endpoint.description = params.description ?? null
    endpoint.metadata = mergeMetadata({}, params.metadata)
    // Stripe shows the secret in this answer only.
    return { ...endpoint, secret }
  }),
  route('GET', '/v1/webhook_endpoints', { params: LIST_PARAMS }, ctx => listPage(ctx, 'webhook_endpoint')),
  route('GET', '/v1/webhook_endpoints/:id', {}, ({ tx, id, account }) =>
    owned(tx, 'webhook_endpoint', id, account),
  ),
  route('POST', '/v1/webhook_endpoints/:id', { params: UPDATE }, ({ tx, id, params, account }) => {
    const endpoint = ownedDraft(tx, 'webhook_endpoint', id, account)
    if (params.url !== undefined) endpoint.url = httpUrl(params.url)
    if (params.enabled_events) endpoint.enabled_events = nonEmpty(params.enabled_events)
    if (params.description !== undefined) endpoint.description = params.description
    if (params.disabled !== undefined) endpoint.status = params.disabled ? 'disabled' : 'enabled'
    endpoint.metadata = mergeMetadata(endpoint.metadata, params.metadata)
    return endpoint
  }),
  route('DELETE', '/v1/webhook_endpoints/:id', {}, ({ tx, id, account }) => {
    owned(tx, 'webhook_endpoint', id, account)
    tx.remove('webhook_endpoint', id)
    tx.remove('_endpoint', id)
    return { id, object: 'webhook_endpoint', deleted: true }
  }),
]

/** Registers an endpoint for all events. */
export function addEndpoint(
  tx: Tx,
  wanted: { url: string; secret: string; connect: boolean },
  account: string = PLATFORM,
): WebhookEndpoint {
  const id = newId('we')
  tx.put('_endpoint', id, { secret: wanted.secret, connect: wanted.connect }, account)
  const endpoint: WebhookEndpoint = {
    id,
    object: 'webhook_endpoint',
    api_version: null,
    application: null,
    created: tx.now,
    description: null,
    enabled_events: ['*'],
    livemode: false,
    metadata: {},
    status: 'enabled',
    url: wanted.url,
  }
  return tx.put('webhook_endpoint', id, endpoint, account)
}

/** Registers the endpoint of the command line, or gives the one of that URL and kind the new secret. */
export function upsertEndpoint(tx: Tx, wanted: { url: string; secret: string; connect: boolean }): void {
  for (const { value } of tx.all('webhook_endpoint')) {
    if (value.url !== wanted.url || tx.get('_endpoint', value.id).connect !== wanted.connect) continue
    tx.edit('_endpoint', value.id).secret = wanted.secret
    return
  }
  addEndpoint(tx, wanted).api_version = API_VERSION
}

function nonEmpty(names: string[]): string[] {
  if (names.length > 0) return names
  throw invalid('Invalid array: enabled_events must not be empty.', { param: 'enabled_events' })
}

function httpUrl(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
  throw invalid('Invalid URL: An explicit scheme (such as https) must be provided.', {
    code: 'url_invalid',
    param: 'url',
  })
}
