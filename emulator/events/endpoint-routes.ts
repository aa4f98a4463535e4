import { invalid } from '../core/errors.ts'
import { newId, PLATFORM, randomText } from '../core/ids.ts'
import type { Kinds } from '../core/kinds.ts'
import { LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { boolean, clearableText, list, required, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import type { Tx } from '../core/tx.ts'
import { API_VERSION } from '../core/version.ts'

type WebhookEndpoint = Kinds['webhook_endpoint']

const CREATE = {
  url: required(text),
  enabled_events: required(list(text)),
  connect: boolean,
  description: clearableText,
  api_version: text,
  metadata,
}
const UPDATE = {
  url: text,
  enabled_events: list(text),
  description: clearableText,
  disabled: boolean,
  metadata,
}

/** docs.stripe.com/api/webhook_endpoints */
export const webhookEndpointRoutes: Route[] = [
  route('POST', '/v1/webhook_endpoints', { params: CREATE }, ({ tx, params }) => {
    const secret = `whsec_${randomText(32)}`
    const endpoint = addEndpoint(tx, { url: httpUrl(params.url), secret, connect: params.connect ?? false })
    endpoint.enabled_events = params.enabled_events
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
    if (params.enabled_events) endpoint.enabled_events = params.enabled_events
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
): WebhookEndpoint {
  const id = newId('we')
  tx.put('_endpoint', id, { secret: wanted.secret, connect: wanted.connect }, PLATFORM)
  const endpoint: WebhookEndpoint = {
    id,
    object: 'webhook_endpoint',
    api_version: API_VERSION,
    application: null,
    created: tx.now,
    description: null,
    enabled_events: ['*'],
    livemode: false,
    metadata: {},
    status: 'enabled',
    url: wanted.url,
  }
  return tx.put('webhook_endpoint', id, endpoint, PLATFORM)
}

/** Registers the endpoint of the command line, or gives the one of that URL and kind the new secret. */
export function upsertEndpoint(tx: Tx, wanted: { url: string; secret: string; connect: boolean }): void {
  for (const { value } of tx.all('webhook_endpoint')) {
    if (value.url !== wanted.url || tx.get('_endpoint', value.id).connect !== wanted.connect) continue
    tx.edit('_endpoint', value.id).secret = wanted.secret
    return
  }
  addEndpoint(tx, wanted)
}

function httpUrl(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
  throw invalid('Invalid URL: An explicit scheme (such as https) must be provided.', {
    code: 'url_invalid',
    param: 'url',
  })
}
