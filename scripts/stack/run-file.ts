import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { signalGroup, startedAt, waitUntilGone } from '../processes/identity.ts'
import { Refusal } from '../refusal.ts'

type Running = { name: string; pid: number; started: string }

/** Written beside the data while an instance runs, so that the next one knows what it finds. */
type RunFile = { supervisor: Running; url: string; children: Running[] }

export type Run = {
  /** Notes the processes that now belong to this run. */
  note(children: { name: string; pid: number }[]): void
  release(): void
}

function identify(name: string, pid: number): Running {
  return { name, pid, started: startedAt(pid) ?? '' }
}

function read(file: string): RunFile | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunFile
  } catch {
    return null
  }
}

const isRunning = (process: Running) => process.started !== '' && startedAt(process.pid) === process.started

/** Stops what a killed run left behind; the newest processes first, so the database goes last. */
async function stopLeftovers(children: Running[]): Promise<string[]> {
  const left = children.filter(isRunning).reverse()
  for (const child of left) {
    signalGroup(child.pid, child.name === 'PostgreSQL' ? 'SIGINT' : 'SIGTERM')
    if (await waitUntilGone(child.pid, child.started, 8)) continue
    signalGroup(child.pid, 'SIGKILL')
    await waitUntilGone(child.pid, child.started, 5)
  }
  return left.map(child => child.name)
}

/**
 * Claims a data folder for this process, so that two instances never use one. Stops what an earlier run that was
 * killed left behind and names it. Throws Refusal while an instance is running.
 */
export async function claimRun(dataDir: string, url: string): Promise<{ run: Run; stopped: string[] }> {
  const file = path.join(dataDir, 'run.json')
  mkdirSync(dataDir, { recursive: true })
  const last = read(file)
  if (last && isRunning(last.supervisor)) throw alreadyRunning(last)
  const stopped = last ? await stopLeftovers(last.children) : []
  rmSync(file, { force: true })
  const content: RunFile = { supervisor: identify('start', process.pid), url, children: [] }
  try {
    writeFileSync(file, JSON.stringify(content), { flag: 'wx' })
  } catch {
    const other = read(file)
    throw other ? alreadyRunning(other) : new Refusal(`Another start of Holdfast is using ${dataDir}.`)
  }
  const run: Run = {
    note(children) {
      content.children = children.map(child => identify(child.name, child.pid))
      writeFileSync(`${file}.new`, JSON.stringify(content))
      renameSync(`${file}.new`, file)
    },
    release: () => rmSync(file, { force: true }),
  }
  return { run, stopped }
}

function alreadyRunning(other: RunFile): Refusal {
  return new Refusal(
    `Holdfast is already running at ${other.url} from this folder (process ${other.supervisor.pid}): use that one, or stop it with Ctrl-C there or \`kill ${other.supervisor.pid}\`.`,
  )
}
