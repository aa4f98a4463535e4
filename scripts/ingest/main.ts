import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { letConnectionsEnd } from '#lib/graceful-stop.ts'
import { pool } from '#lib/sql.ts'
import { createIngestServer } from '#lib/webhooks/ingest-server.ts'
import { Refusal, reasonOf } from '../refusal.ts'
import { takeEnvironment } from '../stack/take-environment.ts'

// `npm run ingest [-- --port N --host NAME]`: serves Stripe's webhooks and nothing else, beside the app and on its database.
// Told to stop, it answers what is under way first.

const STOP_MS_MAX = 10_000

async function serve(port: number, host: string): Promise<void> {
  const server = createIngestServer()
  letConnectionsEnd()
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref()
    server.close(() => void pool().end())
  })
  process.on('SIGINT', () => process.emit('SIGTERM', 'SIGTERM'))
  process.on('disconnect', () => process.emit('SIGTERM', 'SIGTERM'))
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const at = typeof address === 'object' && address ? address.port : port
  console.log(`ready http://${host}:${at}`)
}

try {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3001' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  })
  takeEnvironment()
  await serve(Number(values.port), values.host)
} catch (error) {
  console.error(error instanceof Refusal ? error.message : `It could not start: ${reasonOf(error)}`)
  process.exit(1)
}
