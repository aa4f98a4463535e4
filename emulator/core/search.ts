import { badParameter, invalid } from './errors.ts'
import type { Kind, Kinds } from './kinds.ts'
import { integer, required, text } from './params.ts'
import type { Ctx } from './route.ts'

/** The parameters of a search. */
export const SEARCH_PARAMS = { query: required(text), limit: integer, page: text }

export interface SearchPage<T> {
  object: 'search_result'
  data: T[]
  has_more: boolean
  next_page: string | null
  url: string
}

type Clause = (value: Record<string, unknown>) => boolean

/** What may be searched for, besides metadata: docs.stripe.com/search#supported-query-fields-for-each-resource */
const FIELDS = {
  charge: [
    ...['amount', 'created', 'currency', 'customer', 'disputed', 'refunded', 'status'],
    'billing_details.address.postal_code',
    ...['brand', 'exp_month', 'exp_year', 'fingerprint', 'last4'].map(
      name => `payment_method_details.card.${name}`,
    ),
  ],
  customer: ['created', 'email', 'name', 'phone'],
  payment_intent: ['amount', 'created', 'currency', 'customer', 'status'],
} satisfies Partial<Record<Kind, string[]>>

const CLAUSE = /^(-?)([\w.]+)(?:\[["'](.+?)["']\])?(:|~|>=|<=|>|<)(?:"([^"]*)"|'([^']*)'|(-?\d+)|(null))$/

/**
 * A page of what matches a query of Stripe's search language: clauses on fields and metadata joined by AND
 * or by OR (docs.stripe.com/search#search-query-language). Unlike Stripe's it finds what was written just now.
 * @throws StripeError 400 for a query that cannot be read, a field that cannot be searched for, a limit outside 1…100.
 */
export function searchPage<K extends keyof typeof FIELDS>(
  ctx: Pick<Ctx, 'tx' | 'account' | 'url'> & {
    params: { query: string; limit?: number | undefined; page?: string | undefined }
  },
  kind: K,
): SearchPage<Kinds[K]> {
  const limit = checkedLimit(ctx.params.limit ?? 10)
  const matches = parseQuery(ctx.params.query, kind)
  const skipped = offsetOf(ctx.params.page)
  const data: Kinds[K][] = []
  let seen = 0
  for (const value of ctx.tx.list(kind, ctx.account)) {
    if (!matches(value as unknown as Record<string, unknown>)) continue
    seen += 1
    if (seen <= skipped) continue
    if (data.length === limit) return page(ctx.url, data, `page_${skipped + limit}`)
    data.push(value)
  }
  return page(ctx.url, data, null)
}

function page<T>(url: string, data: T[], next_page: string | null): SearchPage<T> {
  return { object: 'search_result', data, has_more: next_page !== null, next_page, url }
}

function checkedLimit(limit: number): number {
  if (limit >= 1 && limit <= 100) return limit
  const message =
    limit < 1
      ? 'This value must be greater than or equal to 1.'
      : `This value must be less than or equal to 100 (it currently is '${limit}').`
  throw badParameter(message, { code: 'parameter_invalid_integer', param: 'limit' })
}

function offsetOf(page: string | undefined): number {
  if (page === undefined) return 0
  const offset = /^page_(\d+)$/.exec(page)?.[1]
  if (offset === undefined) throw invalid(`${page} is an invalid page.`, { param: page })
  return Number(offset)
}

function parseQuery(query: string, kind: keyof typeof FIELDS): Clause {
  const any = / OR /i.test(query)
  if (any && / AND /i.test(query)) throw unreadable()
  const clauses = query
    .trim()
    .split(/ (?:AND|OR) /i)
    .map(source => parseClause(source, kind))
  return value => (any ? clauses.some(clause => clause(value)) : clauses.every(clause => clause(value)))
}

function parseClause(source: string, kind: keyof typeof FIELDS): Clause {
  const found = CLAUSE.exec(source.trim())
  if (!found) throw unreadable()
  const [, minus, field = '', key, operator, double, single, number, nothing] = found
  requireField(field, kind)
  const wanted = double ?? single ?? number ?? ''
  const clause: Clause = value => {
    const outer = field.split('.').reduce<unknown>((inner, name) => partOf(inner, name), value)
    const actual = key === undefined ? outer : partOf(outer, key)
    if (nothing !== undefined) return actual === null || actual === undefined
    if (actual === null || actual === undefined) return false
    return compare(actual as string | number, operator ?? ':', wanted)
  }
  return minus ? value => !clause(value) : clause
}

function partOf(value: unknown, name: string): unknown {
  return (value as Record<string, unknown> | null | undefined)?.[name]
}

function requireField(field: string, kind: keyof typeof FIELDS) {
  const known: readonly string[] = FIELDS[kind]
  if (field === 'metadata' || known.includes(field)) return
  throw invalid(
    `Field \`${field}\` is an unsupported search field for resource \`${kind}s\`. See http://stripe.com/docs/search#query-fields-for-${kind.replaceAll('_', '-')}s for a list of supported fields.`,
  )
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

function unreadable() {
  return badParameter(
    'We were unable to parse your search query. Try using the format `metadata["key"]:"value"` to query for metadata or key:"value" to query for other fields.',
    {},
  )
}
