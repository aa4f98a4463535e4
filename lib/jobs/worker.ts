import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import { env } from '../env.ts'
import { logger } from '../logger.ts'
import { SCHEDULE, TASKS } from './tasks.ts'

/** The worker process: runs every job of lib/jobs/tasks.ts until it is told to stop, then finishes what it has begun. */
function taskList(): TaskList {
  return Object.fromEntries(
    Object.entries(TASKS).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        const result = await (task as (payload: unknown) => ReturnType<typeof task>)(payload)
        if (!result.ok) throw new Error(`${name} is to be tried again: ${JSON.stringify(result.error)}`)
      },
    ]),
  )
}

const workerLogger = new Logger(scope => (level, message) => {
  const isNoise = level === 'info' || level === 'debug'
  logger[isNoise ? 'debug' : level === 'warning' ? 'warn' : 'error']({ job: scope.taskIdentifier }, message)
})

const runner = await run({
  connectionString: env().DATABASE_URL,
  concurrency: 4,
  pollInterval: 1000,
  logger: workerLogger,
  taskList: taskList(),
  parsedCronItems: parseCronItems([...SCHEDULE]),
})
logger.info('worker ready')
await runner.promise
