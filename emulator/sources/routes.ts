import { embeddedList } from '../core/embedded-list.ts'
import { badParameter } from '../core/errors.ts'
import { type Included, includable } from '../core/expand.ts'
import { LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { olderField } from '../core/older-shapes.ts'
import { owned } from '../core/owned.ts'
import { boolean, clearableText, ignored, integer, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import { emit } from '../events/emit.ts'
import { SOURCE } from '../tokens/sent-card.ts'
import { addSource, removeSource, sourceOf } from './card-source.ts'

const UPDATE = {
  account_holder_name: ignored,
  account_holder_type: ignored,
  address_city: clearableText,
  address_country: clearableText,
  address_line1: clearableText,
  address_line2: clearableText,
  address_state: clearableText,
  address_zip: clearableText,
  exp_month: integer,
  exp_year: integer,
  metadata,
  name: clearableText,
  owner: ignored,
}

/** docs.stripe.com/api/cards: saved cards as they were before payment methods. `/cards` is the older name of the same. */
export const sourceRoutes: Route[] = ['sources', 'cards'].flatMap(name => {
  const at = `/v1/customers/:id/${name}`
  return [
    route(
      'POST',
      at,
      { params: { source: SOURCE, card: SOURCE, metadata, validate: boolean } },
      ({ tx, id, params, account }) => {
        owned(tx, 'customer', id, account)
        const sent = params.source ?? params.card
        if (sent === undefined)
          throw badParameter('Missing required param: source.', {
            code: 'parameter_missing',
            param: 'source',
          })
        const source = addSource(tx, sent, id, account)
        source.metadata = mergeMetadata({}, params.metadata)
        return source
      },
    ),
    route('GET', at, { params: { ...LIST_PARAMS, object: text } }, ctx => {
      owned(ctx.tx, 'customer', ctx.id, ctx.account)
      return listPage(ctx, 'card', { where: one => one.customer === ctx.id })
    }),
    route('GET', `${at}/:source`, {}, ({ tx, id, path, account }) =>
      sourceOf(tx, path.source ?? '', id, account),
    ),
    route('POST', `${at}/:source`, { params: UPDATE }, ({ tx, id, path, params, account }) => {
      const source = tx.edit('card', sourceOf(tx, path.source ?? '', id, account).id)
      const { metadata: sent, owner: _, ...fields } = params
      for (const [field, value] of Object.entries(fields))
        if (value !== undefined) Object.assign(source, { [field]: value })
      source.metadata = mergeMetadata(source.metadata ?? {}, sent)
      emit(tx, 'customer.source.updated', source, account)
      return source
    }),
    route('DELETE', `${at}/:source`, {}, ({ tx, id, path, account }) => {
      const source = sourceOf(tx, path.source ?? '', id, account)
      removeSource(tx, source, account)
      return { id: source.id, object: 'card', deleted: true }
    }),
  ]
})

const sourcesOf: Included = (tx, customer) => {
  const id = String(customer.id)
  const { account } = tx.row('customer', id) ?? { account: '' }
  return embeddedList(`/v1/customers/${id}/sources`, [
    ...tx.list('card', account, { where: one => one.customer === id }),
  ])
}
includable('customer', 'sources', sourcesOf)
olderField('customer', 'sources', '2020-08-27', sourcesOf)
