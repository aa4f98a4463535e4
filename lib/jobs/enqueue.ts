import type { Tx } from '../db.ts'
import type { JobName, JobPayloads } from './model.ts'

export type EnqueueOptions = {
  /** Jobs with the same key are one job; a later call replaces what has not started. */
  key?: string
  delaySeconds?: number
  attemptsMax?: number
}

/**
 * Adds a job in the caller's transaction, so that it exists exactly when the change does.
 * Uses graphile-worker's SQL function (https://worker.graphile.org/docs/sql-add-job).
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayloads[N],
  options: EnqueueOptions = {},
) {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}::text,
      ${JSON.stringify(payload)}::json,
      run_at := now() + make_interval(secs => ${options.delaySeconds ?? 0}::float8),
      max_attempts := ${options.attemptsMax ?? 12}::int,
      job_key := ${options.key ?? null}::text
    )`
}
