import { Prisma, type Tx } from '../db.ts'
import type { JobName, JobPayloads } from './model.ts'

export type EnqueueOptions = {
  /** Jobs with the same key are one job; a later call replaces what has not started. */
  key?: string
  delaySeconds?: number
  attemptsMax?: number
}

/**
 * The call that adds a job, for a statement that does more. It is a table of one row: `FROM made, ${jobCall(…)} AS job`.
 * Uses graphile-worker's SQL function (https://worker.graphile.org/docs/sql-add-job).
 */
export function jobCall<N extends JobName>(
  name: N,
  payload: JobPayloads[N],
  options: EnqueueOptions = {},
): Prisma.Sql {
  return Prisma.sql`
    graphile_worker.add_job(
      ${name}::text,
      ${JSON.stringify(payload)}::json,
      run_at := now() + make_interval(secs => ${options.delaySeconds ?? 0}::float8),
      max_attempts := ${options.attemptsMax ?? 12}::int,
      job_key := ${options.key ?? null}::text
    )`
}

/** Adds a job in the caller's transaction, so that it exists exactly when the change does. */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayloads[N],
  options: EnqueueOptions = {},
) {
  await tx.$executeRaw`SELECT ${jobCall(name, payload, options)}`
}
