import { now } from '../clock.ts'
import { newId } from '../ids.ts'
import { run } from '../sql.ts'
import type { ReceivedEvent } from '../stripe/webhooks.ts'
import { ATTEMPTS_MAX } from './model.ts'

/** How many events share one statement and one commit at most. */
const BATCH_MAX = 50
/**
 * How many statements may be on their way at once: one that waits does not stop the next. More would be smaller ones, and they would
 * wait for each other, because a commit that tells the worker of its jobs (NOTIFY) is one at a time in PostgreSQL.
 */
const STATEMENTS_MAX = 2
/** How long an event waits for others to go with. With no statement on its way it does not wait at all. */
const WAIT_MS_MAX = 1

type Waiting = {
  id: string
  event: ReceivedEvent
  resolve: (isNew: boolean) => void
  reject: (error: unknown) => void
}

/**
 * Each event once, and one job for those that are new, in one statement: a job for each would be two fifths of its work. In one
 * order everywhere, so that two statements with the same events do not wait for each other in a ring. The job by graphile-worker's
 * SQL function (https://worker.graphile.org/docs/sql-add-job).
 */
const INSERT = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS e(
      id text, stripe_event_id text, livemode boolean, account text, type text, object_id text, payload jsonb)
  ), stored AS (
    INSERT INTO stripe_events (id, stripe_event_id, livemode, account, type, object_id, payload, received_at)
    SELECT id, stripe_event_id, livemode, account, type, object_id, payload, $2::timestamp FROM given
    ORDER BY livemode, account, stripe_event_id
    ON CONFLICT (livemode, account, stripe_event_id) DO NOTHING RETURNING id
  ), news AS (
    SELECT json_build_object('stripeEventRowIds', json_agg(id ORDER BY id)) AS payload FROM stored HAVING count(*) > 0
  ), queued AS (
    SELECT count(*) FROM news, graphile_worker.add_job('process-events', news.payload, max_attempts := ${ATTEMPTS_MAX})
  )
  SELECT stored.id FROM stored, queued`

/** The payload is JSON already, since it was parsed: it goes into the list as it came. */
function jsonOf({ id, event }: Waiting): string {
  const { stripeEventId: stripe_event_id, livemode, account, type, objectId: object_id, payload } = event
  const head = JSON.stringify({ id, stripe_event_id, livemode, account, type, object_id })
  return `${head.slice(0, -1)},"payload":${payload}}`
}

/** PostgreSQL's codes for data that it cannot take (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
function isAboutData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(22|54)/.test(String(error.code))
}

/** One commit for all; if one of them is what PostgreSQL cannot take, each for itself, so that only that one fails. */
async function store(batch: Waiting[]): Promise<void> {
  try {
    const values = [`[${batch.map(jsonOf).join(',')}]`, now().toISOString()]
    const stored = new Set((await run<{ id: string }>({ text: INSERT, values })).map(({ id }) => id))
    for (const { id, resolve } of batch) resolve(stored.has(id))
  } catch (error) {
    if (batch.length > 1 && isAboutData(error)) await Promise.all(batch.map(one => store([one])))
    else for (const { reject } of batch) reject(error)
  }
}

const waiting: Waiting[] = []
let underWay = 0
let immediate: NodeJS.Immediate | null = null
let timer: NodeJS.Timeout | null = null

function send(): void {
  if (immediate) clearImmediate(immediate)
  if (timer) clearTimeout(timer)
  immediate = timer = null
  if (underWay >= STATEMENTS_MAX) return
  const batch = waiting.splice(0, BATCH_MAX)
  if (batch.length === 0) return
  underWay += 1
  void store(batch).finally(() => {
    underWay -= 1
    send()
  })
}

/** Alone, an event goes at the end of this turn of the event loop, with those that arrive in the same turn. */
function schedule(): void {
  if (underWay >= STATEMENTS_MAX) return
  if (waiting.length >= BATCH_MAX) send()
  else if (underWay === 0) immediate ??= setImmediate(send)
  else timer ??= setTimeout(send, WAIT_MS_MAX)
}

/**
 * Stores an event once, with its job in the same commit; true when it is new. Events that arrive together share a commit and
 * a job, and each is answered only after it. @throws what the database says when it could not be stored.
 */
export function storeEvent(event: ReceivedEvent): Promise<boolean> {
  return new Promise((resolve, reject) => {
    waiting.push({ id: newId('sev'), event, resolve, reject })
    schedule()
  })
}
