import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { owned } from '../core/owned.ts'
import { boolean, list, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'

const LIST = { ...DATED_LIST_PARAMS, type: text, types: list(text), delivery_success: boolean }

/** docs.stripe.com/api/events */
export const eventRoutes: Route[] = [
  route('GET', '/v1/events', { params: LIST }, ctx => {
    const { type, types } = ctx.params
    const wanted = type === undefined ? types : [type]
    return listPage(ctx, 'event', { where: event => !wanted || wanted.some(one => matches(one, event.type)) })
  }),
  route('GET', '/v1/events/:id', {}, ctx => owned(ctx.tx, 'event', ctx.id, ctx.account)),
]

/** `charge.*` stands for all of a group. */
function matches(wanted: string, type: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type
}
