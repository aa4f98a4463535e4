import { db } from '../../db.ts'
import { TASKS } from '../../jobs/tasks.ts'
import { ok } from '../../result.ts'
import { catchUp } from '../../webhooks/catch-up.ts'

type Job = { id: bigint; task: keyof typeof TASKS; payload: unknown }

/** Whether a job of the queue was done, or said that it is to be tried again. */
async function perform({ id, task, payload }: Job): Promise<boolean> {
  const work = TASKS[task] as (payload: unknown) => Promise<{ ok: boolean }>
  const result = await work(payload).catch(() => ({ ok: false }))
  if (result.ok) await db().$executeRaw`SELECT graphile_worker.complete_jobs(ARRAY[${id}]::bigint[])`
  return result.ok
}

/** Rounds of trying again that an operation may need: more than any has ever taken. */
const ROUNDS_MAX = 6

/** Does every job that is in the queue, however far in the future it was to be done, and again what was not done, in so many rounds. */
export async function emptyQueue(rounds = ROUNDS_MAX): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const jobs = await db().$queryRaw<Job[]>`
      SELECT j.id, t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`
    if (jobs.length === 0) return
    for (const job of jobs) await perform(job)
  }
  const left = await db().$queryRaw`SELECT task_identifier, last_error FROM graphile_worker.jobs`
  throw new Error(`Jobs that never end: ${JSON.stringify(left)}`)
}

/** Takes the mails of order out of the queue, where they are another matter. */
export async function leaveMails(): Promise<void> {
  await db().$executeRaw`
    SELECT graphile_worker.complete_jobs(array_agg(j.id)) FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'send-mail'`
}

/** What a minute makes older, by the column that tells its age. */
const AGING = {
  updated_at: [
    'payments',
    'refunds',
    'recoveries',
    'collections',
    'retransfers',
    'payouts',
    'card_setups',
    'dispute_evidence',
  ],
  created_at: ['customers', 'connected_accounts'],
  received_at: ['stripe_events'],
}

/** Lets a minute pass for everything that is unfinished: what is older than that is left as it is. */
async function age(): Promise<void> {
  const parts = Object.entries(AGING).flatMap(([column, tables]) =>
    tables.map(
      table => `${table} AS (UPDATE ${table} SET ${column} = ${column} - interval '1 minute'
        WHERE ${column} > (now() AT TIME ZONE 'utc') - interval '1 minute')`,
    ),
  )
  await db().$executeRawUnsafe(`WITH ${parts.join(', ')} SELECT 1`)
}

/** What our worker does in the minute after a fault: the queued jobs and the completer. */
export async function recover(rounds = ROUNDS_MAX): Promise<void> {
  await age()
  await TASKS['resume-unfinished']({})
  await emptyQueue(rounds)
}

/** What it does within the hour: events that never came are fetched and handled. */
export async function recoverWithinTheHour(): Promise<void> {
  const caughtUp = await catchUp()
  if (!caughtUp.ok) throw new Error(`Stripe did not list its events: ${JSON.stringify(caughtUp.error)}`)
  await emptyQueue()
}

/**
 * Recovering, as something that a process under test can be asked to do while it is itself under a fault: once, because in an outage of
 * Stripe every job waits for it, and every further round would only wait again.
 */
export const RECOVERY = { name: 'recover', run: async () => ok(await recover(1)) }
