import type { AddressInfo } from 'node:net'
import { consoleSite } from './console/site.ts'
import { controlSite } from './control/site.ts'
import { Api, type Exchange } from './core/api.ts'
import { Engine } from './core/engine.ts'
import { forgetOldAnswers } from './core/idempotency.ts'
import { PLATFORM } from './core/ids.ts'
import { PostgresPersistence } from './core/postgres.ts'
import { RequestLog } from './core/request-log.ts'
import { Router } from './core/route.ts'
import { createServer } from './core/server.ts'
import { DeliveryLoop } from './events/delivery.ts'
import { upsertEndpoint } from './events/endpoint-routes.ts'
import { forgetOldEvents } from './events/routes.ts'
import type { Pricing } from './payments/pricing.ts'
import { ROUTES } from './routes.ts'
import { SITES } from './sites.ts'
import { TASKS } from './tasks.ts'

export interface StartOptions {
  host: string
  /** 0 takes a free one. */
  port: number
  /** Null keeps everything in memory. */
  database: { url: string; schema: string } | null
  webhooks: { url: string; secret: string; connect: boolean }[]
  /** What a card payment costs the platform; 2.9 % + 30, and 1.5 % for cards of other countries, unless said. */
  pricing?: Pricing | undefined
  /** Names besides `localhost` under which control and console may be called. */
  allowedHosts?: string[] | undefined
  /** Is shown every request with its answer, and keeps what is wrong; `GET /_control/violations` tells it. */
  violations?: { look(exchange: Exchange): void; found: string[] } | undefined
}

export interface Running {
  url: string
  engine: Engine
  /** What answers the API's requests: for tests that need thousands of them and no network. */
  api: Api
  stop(): Promise<void>
}

/** Starts a whole emulator and resolves when it serves. */
export async function startEmulator(options: StartOptions): Promise<Running> {
  const persistence = options.database
    ? await PostgresPersistence.open(options.database.url, options.database.schema)
    : null
  const engine = new Engine({ persistence, tasks: TASKS })
  const delivery = new DeliveryLoop(engine)
  const prepare = () =>
    engine.write(tx => {
      forgetOldAnswers(tx)
      if (options.pricing) tx.put('_pricing', 'pricing', options.pricing, PLATFORM)
      forgetOldEvents(tx)
      for (const webhook of options.webhooks) upsertEndpoint(tx, webhook)
    })
  await engine.start()
  await prepare()
  const api = new Api(engine, new Router(ROUTES), options.violations?.look)
  const log = new RequestLog()
  const violations = options.violations?.found ?? null
  const server = createServer({
    api,
    sites: SITES,
    privateSites: [controlSite({ engine, delivery, log, prepare, violations }), consoleSite],
    faults: engine.faults,
    log,
    allowedHosts: options.allowedHosts ?? [],
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  delivery.start()
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${options.host}:${port}`,
    engine,
    api,
    async stop() {
      delivery.stop()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await engine.stop()
    },
  }
}
