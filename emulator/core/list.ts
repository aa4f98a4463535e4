import { badParameter, missing } from './errors.ts'
import type { Kind, Kinds } from './kinds.ts'
import { nounOf } from './owned.ts'
import { integer, type Spec, text } from './params.ts'
import { range } from './range.ts'
import type { Ctx } from './route.ts'
import type { Tx } from './tx.ts'

/** The parameters that every list takes. */
export const LIST_PARAMS = {
  limit: integer,
  starting_after: text,
  ending_before: text,
} satisfies Record<string, Spec<unknown>>

/** As `LIST_PARAMS`, for objects with a creation time. */
export const DATED_LIST_PARAMS = { ...LIST_PARAMS, created: range }

export interface ListPage<T> {
  object: 'list'
  data: T[]
  has_more: boolean
  url: string
}

interface Paging {
  limit?: number | undefined
  starting_after?: string | undefined
  ending_before?: string | undefined
  created?: ((seconds: number) => boolean) | undefined
}

interface Narrowing<K extends Kind> {
  by?: { field: string; value: string } | undefined
  where?: ((value: Kinds[K]) => boolean) | undefined
}

/**
 * One page of a kind on the request's account, newest first, by Stripe's cursors. A `limit` outside 1…100 is
 * brought inside, as Stripe does without a word.
 * @throws StripeError 400 for both cursors, and before that for a cursor that is no such object.
 */
export function listPage<K extends Kind>(
  ctx: Pick<Ctx, 'tx' | 'account' | 'url'> & { params: Paging },
  kind: K,
  narrowing: Narrowing<K> = {},
): ListPage<Kinds[K]> {
  const { tx, account, params } = ctx
  const limit = Math.min(100, Math.max(1, params.limit ?? 10))
  const cursor = (name: 'starting_after' | 'ending_before') => {
    const id = params[name]
    return id === undefined ? undefined : cursorSeq(tx, kind, account, id, name)
  }
  const beforeSeq = cursor('starting_after')
  const until = cursor('ending_before')
  if (beforeSeq !== undefined && until !== undefined) {
    throw badParameter(
      'Received both starting_after and ending_before parameters. Please pass in only one.',
      {},
    )
  }
  const query = { by: narrowing.by, where: conditionOf(params, narrowing) }
  if (until !== undefined) return pageBefore(ctx, kind, query, until, limit)
  const data: Kinds[K][] = []
  for (const value of tx.list(kind, account, { ...query, beforeSeq })) {
    if (data.length === limit) return { object: 'list', data, has_more: true, url: ctx.url }
    data.push(value)
  }
  return { object: 'list', data, has_more: false, url: ctx.url }
}

/** The `limit` objects that come just before the cursor, still newest first. */
function pageBefore<K extends Kind>(
  ctx: Pick<Ctx, 'tx' | 'account' | 'url'>,
  kind: K,
  query: Narrowing<K>,
  until: number,
  limit: number,
): ListPage<Kinds[K]> {
  const newer: Kinds[K][] = []
  for (const value of ctx.tx.list(kind, ctx.account, query)) {
    const row = ctx.tx.row(kind, (value as unknown as { id: string }).id)
    if (!row || row.seq <= until) break
    newer.push(value)
  }
  const data = newer.slice(-limit)
  return { object: 'list', data, has_more: newer.length > limit, url: ctx.url }
}

function conditionOf<K extends Kind>(params: Paging, narrowing: Narrowing<K>) {
  const { created } = params
  if (!created) return narrowing.where
  return (value: Kinds[K]) =>
    created((value as unknown as { created: number }).created) && (narrowing.where?.(value) ?? true)
}

function cursorSeq(tx: Tx, kind: Kind, account: string, id: string, param: string): number {
  const row = tx.row(kind, id)
  if (!row || row.account !== account) throw missing(nounOf(kind), id, param, 400)
  return row.seq
}
