import { logger } from './logger.ts'
import { run } from './sql.ts'

const ANSWER_MS_MAX = 3000

/** Whether the database answers, and soon. */
export async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_MS_MAX)
  })
  try {
    await Promise.race([run({ text: 'SELECT 1', values: [] }), late])
    return true
  } catch (error) {
    logger.error({ err: error }, 'the database does not answer')
    return false
  } finally {
    clearTimeout(timer)
  }
}
