import type { Kind, Row } from '../core/kinds.ts'
import { maskedJson, maskedText } from '../core/mask.ts'
import type { LoggedRequest } from '../core/request-log.ts'
import type { Store } from '../core/store.ts'
import '../balance/kinds.ts'
import '../events/queue.ts'
import { type Actions, NotThere } from './controlled.ts'
import { textOf, wholeNumberOr } from './sent.ts'

const PAGE = 50

/** What is there and what happened, for the console and for who debugs with curl. Nothing here changes anything. */
export const inspectActions: Actions = {
  'GET /_control/live': (parts, sent) => ({
    now: parts.engine.clock.now(),
    offset: parts.engine.clock.offset,
    seq: parts.log.seq,
    version: parts.engine.store.version,
    requests: parts.log
      .after(wholeNumberOr(sent, 'after', 0))
      .slice(-PAGE * 4)
      .map(summary),
    webhooks: { ...parts.delivery.tricks.now, ...parts.delivery.pending() },
    faults: parts.engine.faults.list(),
  }),
  'GET /_control/requests': ({ log }, sent) => ({
    requests: log.after(wholeNumberOr(sent, 'after', 0)).map(summary),
  }),
  'GET /_control/requests/:id': ({ log }, _sent, id) => {
    const entry = log.find(Number(id))
    if (!entry) throw new NotThere('The log does not have this request any more')
    return { ...summary(entry), sent: entry.sent, answer: shownAnswer(entry.answer) }
  },
  'GET /_control/objects': ({ engine }, sent) => {
    const kind = textOf(sent, 'kind')
    if (kind === undefined) return { kinds: counts(engine.store) }
    if (kind.startsWith('_')) throw new NotThere(`There is no kind ${kind}`)
    const before = wholeNumberOr(sent, 'before', Number.POSITIVE_INFINITY)
    return pageOf(newestFirst(engine.store, kind as Kind, before), objectLine)
  },
  'GET /_control/objects/:id': ({ engine }, _sent, id) => {
    const row = anyRow(engine.store, id)
    if (!row) throw new NotThere(`There is no object ${id}`)
    return { kind: row.kind, account: row.account, object: maskedJson(row.value) }
  },
  'GET /_control/events': ({ engine }, sent) => {
    const before = wholeNumberOr(sent, 'before', Number.POSITIVE_INFINITY)
    return pageOf(newestFirst(engine.store, 'event', before), row => eventLine(engine.store, row))
  },
  'GET /_control/balances': ({ engine }) => ({ balances: balances(engine.store) }),
  'GET /_control/violations': ({ violations }) => ({
    isChecked: violations !== null,
    violations: violations ?? [],
  }),
}

function summary(entry: LoggedRequest) {
  const { sent: _sent, answer: _answer, ...rest } = entry
  return { ...rest, path: maskedText(rest.path) }
}

function shownAnswer(body: string): unknown {
  try {
    return maskedJson(JSON.parse(body))
  } catch {
    return maskedText(body)
  }
}

function counts(store: Store): Record<string, number> {
  const kinds = store.kinds().filter(kind => !kind.startsWith('_'))
  return Object.fromEntries(kinds.sort().map(kind => [kind, store.count(kind)]))
}

/** Rows of every account, newest first. */
function newestFirst<K extends Kind>(store: Store, kind: K, before: number): Row<K>[] {
  const found = store.accountsOf(kind).flatMap(account => {
    const rows: Row<K>[] = []
    for (const row of store.newestFirst(kind, account, before)) if (rows.push(row) > PAGE) break
    return rows
  })
  return found.sort((a, b) => b.seq - a.seq)
}

function pageOf<K extends Kind>(rows: Row<K>[], line: (row: Row<K>) => unknown) {
  const page = rows.slice(0, PAGE)
  return { data: page.map(line), next: rows.length > PAGE ? (page.at(-1)?.seq ?? null) : null }
}

function objectLine(row: Row) {
  const { created, status, amount, currency, name, type } = row.value as unknown as Record<string, unknown>
  const facts = { created, status, amount, currency, name, type }
  return { id: row.id, seq: row.seq, account: row.account, ...(maskedJson(facts) as object) }
}

function eventLine(store: Store, row: Row<'event'>) {
  const { id, type, created, pending_webhooks, data, request } = row.value
  const { attempts = [], gaveUp = false } = store.row('_delivery_record', id)?.value ?? {}
  const about = (data.object as { id?: string }).id ?? null
  return {
    id,
    seq: row.seq,
    type,
    created,
    account: row.account,
    about,
    pending: pending_webhooks,
    request,
    gaveUp,
    attempts,
  }
}

function anyRow(store: Store, id: string): Row | undefined {
  for (const kind of store.kinds()) {
    const row = kind.startsWith('_') ? undefined : store.row(kind, id)
    if (row) return row
  }
  return undefined
}

function balances(store: Store) {
  return [...store.all('_balance')].map(({ value: { account, currency, available, pending } }) => ({
    account,
    currency,
    available,
    pending,
  }))
}
