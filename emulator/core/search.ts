import { badParameter } from './errors.ts'
import type { Kind, Kinds } from './kinds.ts'
import type { Ctx } from './route.ts'

export interface SearchPage<T> {
  object: 'search_result'
  data: T[]
  has_more: boolean
  next_page: string | null
  url: string
}

type Clause = (value: Record<string, unknown>) => boolean

const CLAUSE = /^(-?)(\w+)(?:\[["'](.+?)["']\])?(:|~|>=|<=|>|<)(?:"([^"]*)"|'([^']*)'|(-?\d+)|(null))$/

/**
 * A page of what matches a query of Stripe's search language: clauses on fields and metadata joined by AND
 * or by OR (docs.stripe.com/search#search-query-language). Unlike Stripe's it finds what was written just now.
 * @throws StripeError 400 for a query that cannot be read.
 */
export function searchPage<K extends Kind>(
  ctx: Pick<Ctx, 'tx' | 'account' | 'url'> & {
    params: { query: string; limit?: number | undefined; page?: string | undefined }
  },
  kind: K,
): SearchPage<Kinds[K]> {
  const matches = parseQuery(ctx.params.query)
  const limit = ctx.params.limit ?? 10
  const skipped = Number(ctx.params.page ?? 0)
  const data: Kinds[K][] = []
  let seen = 0
  for (const value of ctx.tx.list(kind, ctx.account)) {
    if (!matches(value as unknown as Record<string, unknown>)) continue
    seen += 1
    if (seen <= skipped) continue
    if (data.length === limit) return page(ctx.url, data, String(skipped + limit))
    data.push(value)
  }
  return page(ctx.url, data, null)
}

function page<T>(url: string, data: T[], next_page: string | null): SearchPage<T> {
  return { object: 'search_result', data, has_more: next_page !== null, next_page, url }
}

function parseQuery(query: string): Clause {
  const any = / OR /.test(query)
  if (any && / AND /.test(query)) throw unreadable('AND and OR cannot be mixed in one query')
  const clauses = query
    .trim()
    .split(/ (?:AND|OR) /)
    .map(parseClause)
  return value => (any ? clauses.some(clause => clause(value)) : clauses.every(clause => clause(value)))
}

function parseClause(source: string): Clause {
  const found = CLAUSE.exec(source.trim())
  if (!found) throw unreadable(`cannot parse "${source.trim()}"`)
  const [, minus, field = '', key, operator, double, single, number, nothing] = found
  const wanted = double ?? single ?? number ?? ''
  const clause: Clause = value => {
    const outer = value[field]
    const actual = key === undefined ? outer : (outer as Record<string, unknown> | undefined)?.[key]
    if (nothing !== undefined) return actual === null || actual === undefined
    if (actual === null || actual === undefined) return false
    return compare(actual as string | number, operator ?? ':', wanted)
  }
  return minus ? value => !clause(value) : clause
}

function compare(actual: string | number, operator: string, wanted: string): boolean {
  switch (operator) {
    case '~':
      return String(actual).toLowerCase().includes(wanted.toLowerCase())
    case '>':
      return Number(actual) > Number(wanted)
    case '>=':
      return Number(actual) >= Number(wanted)
    case '<':
      return Number(actual) < Number(wanted)
    case '<=':
      return Number(actual) <= Number(wanted)
    default:
      return String(actual) === wanted
  }
}

function unreadable(why: string) {
  return badParameter(`We were unable to parse your search query: ${why}.`, { param: 'query' })
}
