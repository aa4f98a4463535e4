import pg from 'pg'
import { env } from '../env.ts'
import { logger } from '../logger.ts'
import { LIVE_CHANNEL } from './model.ts'

const PAUSE_MS_MAX = 5000
/** A connection that died without a word is found by asking. */
const ASK_EVERY_MS = 15_000
const ANSWER_MS_MAX = 5000

type Ears = {
  onNotice: (payload: string) => void
  /** The channel is heard from now on, and nobody knows what was said before. */
  onHearing: () => void
}

/** Hears the channel over a connection of its own until it breaks. */
async function hear({ onNotice, onHearing }: Ears): Promise<void> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: ANSWER_MS_MAX,
    query_timeout: ANSWER_MS_MAX,
    keepAlive: true,
    application_name: 'holdfast-live',
  })
  let asking: NodeJS.Timeout | undefined
  try {
    const broken = new Promise<void>((_, reject) => {
      client.on('error', reject)
      client.on('end', () => reject(new Error('the connection ended')))
      client.on('notification', ({ payload }) => onNotice(payload ?? ''))
      asking = setInterval(() => client.query('SELECT 1').catch(reject), ASK_EVERY_MS)
    })
    // Reported where it is awaited, also when the connection breaks before that.
    broken.catch(() => undefined)
    await client.connect()
    await client.query(`LISTEN ${LIVE_CHANNEL}`)
    onHearing()
    await broken
  } finally {
    clearInterval(asking)
    void client.end().catch(() => undefined)
  }
}

/** Hears the channel for as long as the process lives, and again after the database was away. */
export async function listen(ears: Ears): Promise<never> {
  for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MS_MAX)) {
    const onHearing = () => {
      pauseMs = 50
      ears.onHearing()
    }
    await hear({ ...ears, onHearing }).catch(error => logger.warn({ err: error }, 'live hints are not heard'))
    await new Promise(resolve => setTimeout(resolve, pauseMs).unref())
  }
}
