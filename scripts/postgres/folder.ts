import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { signalGroup, startedAt, waitUntilGone } from '../processes/identity.ts'
import { Refusal, reasonOf } from '../refusal.ts'
import { type Account, canReach } from './account.ts'

/** Where a cluster lives: `baseDir` holds the cluster's folder and its password. */
export type Cluster = { baseDir: string; clusterDir: string; password: string }

/**
 * The base folder for the database's files: `dataDir`, or one below /var/lib when the account that PostgreSQL must
 * run as cannot reach it (a project in a private home folder, used by root).
 */
export function baseFolder(dataDir: string, account: Account | undefined): string {
  if (!account || canReach(account, dataDir)) return dataDir
  const hash = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12)
  return path.join('/var/lib', `holdfast-${hash}`)
}

function readOrMakePassword(baseDir: string): string {
  const file = path.join(baseDir, 'pg-password')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return password
}

/** Makes the cluster's files once. Made beside and renamed, so that a kill half-way leaves nothing half-made. */
export function ensureCluster(baseDir: string, initdb: string, account: Account | undefined): Cluster {
  mkdirSync(baseDir, { recursive: true })
  const password = readOrMakePassword(baseDir)
  const clusterDir = path.join(baseDir, 'pg')
  if (existsSync(clusterDir)) return { baseDir, clusterDir, password }
  const half = path.join(baseDir, 'pg-new')
  const passwordFile = path.join(baseDir, 'pg-new-password')
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) for (const item of [half, passwordFile]) chownSync(item, account.uid, account.gid)
  const args = ['--pgdata', half, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    // Not synced file by file: `postgres` checkpoints on its first stop, and a lost first second is made again.
    execFileSync(initdb, [...args, ...locale, '--no-sync', '--no-instructions'], {
      cwd: baseDir,
      stdio: 'pipe',
      ...account,
    })
  } catch (error) {
    const said =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').pop() : ''
    throw new Refusal(`PostgreSQL could not make its files in ${half}: ${said || reasonOf(error)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(half, clusterDir)
  return { baseDir, clusterDir, password }
}

/**
 * Clears what a killed run left behind: a PostgreSQL still running on these files is stopped; a `postmaster.pid`
 * whose number now belongs to another program is removed (PostgreSQL itself removes one that belongs to none).
 */
export async function clearLeftovers(clusterDir: string): Promise<void> {
  const file = path.join(clusterDir, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const started = startedAt(pid)
  if (started === null) return
  if (!commandOf(pid).includes(clusterDir)) return rmSync(file, { force: true })
  signalGroup(pid, 'SIGINT')
  if (await waitUntilGone(pid, started, 15)) return
  signalGroup(pid, 'SIGKILL')
  await waitUntilGone(pid, started, 5)
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
