import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type Child, startChild } from '../processes/child.ts'
import { lastLines } from '../processes/log.ts'
import { freePort } from '../processes/ports.ts'
import { Refusal } from '../refusal.ts'
import { postgresAccount } from './account.ts'
import { postgresBinaries } from './binaries.ts'
import { baseFolder, type Cluster, clearLeftovers, ensureCluster } from './folder.ts'

export type PostgresPlan = {
  projectDir: string
  dataDir: string
  logFile: string
  /** Used when free; else any free port. */
  port: number | undefined
  /** Trades safety against power cuts for speed: tests only. */
  throwaway?: boolean
}

export type Postgres = {
  child: Child
  port: number
  clusterDir: string
  /** The connection address of one of its databases. */
  url(database: string): string
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  jit: 'off',
}
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

function settingArgs(throwaway: boolean): string[] {
  const settings = { ...SETTINGS, ...(throwaway ? THROWAWAY : {}) }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Starts PostgreSQL on the files below `dataDir`, making them first if there are none; returns when it answers. */
export async function startPostgres(plan: PostgresPlan): Promise<Postgres> {
  const account = postgresAccount()
  const baseDir = baseFolder(plan.dataDir, account)
  const binaries = postgresBinaries(plan.projectDir, baseDir, account)
  const cluster = ensureCluster(baseDir, binaries.initdb, account)
  await clearLeftovers(cluster.clusterDir)
  const port = await freePort(plan.port)
  const url = (database: string) =>
    `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
  const start = () =>
    startChild({
      name: 'PostgreSQL',
      command: binaries.postgres,
      args: ['-D', cluster.clusterDir, '-p', String(port), ...settingArgs(plan.throwaway ?? false)],
      env: { ...process.env, LC_ALL: 'C' },
      cwd: baseDir,
      logFile: plan.logFile,
      account,
      stopSignal: 'SIGINT',
    })
  const child = await startPatiently(start, url('postgres'), cluster)
  return { child, port, clusterDir: cluster.clusterDir, url }
}

/** After a kill the old server's own children may need a moment to notice, or the system to forget it; until then the new one refuses to start. */
async function startPatiently(start: () => Promise<Child>, url: string, cluster: Cluster): Promise<Child> {
  for (let attempt = 1; ; attempt++) {
    const child = await start()
    try {
      await untilItAnswers(child, url, cluster)
      return child
    } catch (error) {
      const isStillEnding = /still in use|is another postmaster/i.test(lastLines(child.logFile, 4).join(' '))
      if (!isStillEnding || attempt === 20) throw error
      await new Promise(resolve => setTimeout(resolve, 500))
    }
  }
}

async function untilItAnswers(child: Child, url: string, cluster: Cluster): Promise<void> {
  const until = Date.now() + 60_000
  while (!(await answers(url))) {
    if (child.ended) throw new Refusal(whyItEnded(child, cluster))
    if (Date.now() > until) {
      await child.kill()
      throw new Refusal(`PostgreSQL did not answer within a minute: read ${child.logFile}.`)
    }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function whyItEnded(child: Child, cluster: Cluster): string {
  const versionFile = path.join(cluster.clusterDir, 'PG_VERSION')
  const said = lastLines(child.logFile, 3).join(' ')
  if (said.includes('not compatible with this version') && existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim()
    return `The data in ${cluster.clusterDir} was written by PostgreSQL ${version}: move that folder away, or set DATABASE_URL to such a server.`
  }
  return `PostgreSQL ${child.ended?.description ?? 'ended'}: ${said}`
}
