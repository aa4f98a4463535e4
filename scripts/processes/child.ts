import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { signalGroup } from './identity.ts'

export type ChildPlan = {
  name: string
  command: string
  args: string[]
  env: NodeJS.ProcessEnv
  cwd: string
  logFile: string
  /** The system account to run as (only root can ask for one). */
  account?: { uid: number; gid: number } | undefined
  /** What asks the process to stop in good order. PostgreSQL wants SIGINT, the others SIGTERM. */
  stopSignal?: NodeJS.Signals
}

export type Child = {
  name: string
  pid: number
  logFile: string
  /** How it ended, once it has. */
  ended: { code: number | null; description: string } | null
  exited: Promise<void>
  /** Asks it to stop, and forces it after `graceSeconds`. */
  stop(graceSeconds?: number): Promise<void>
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>
}

/**
 * Starts a process in a group of its own, so that Ctrl-C in the terminal reaches only the script that started it and
 * that script can end everything in the right order. Its output goes straight to the log file, so it outlives us.
 */
export async function startChild(plan: ChildPlan): Promise<Child> {
  mkdirSync(path.dirname(plan.logFile), { recursive: true })
  const log = openSync(plan.logFile, 'a')
  const started = spawn(plan.command, plan.args, {
    cwd: plan.cwd,
    env: plan.env,
    stdio: ['ignore', log, log],
    detached: process.platform !== 'win32',
    windowsHide: true,
    ...plan.account,
  })
  closeSync(log)
  await new Promise<void>((resolve, reject) => {
    started.once('spawn', resolve)
    started.once('error', reject)
  })
  const pid = started.pid
  if (pid === undefined) throw new Error(`${plan.name} did not start.`)
  const child: Child = {
    name: plan.name,
    pid,
    logFile: plan.logFile,
    ended: null,
    exited: new Promise(resolve => {
      started.once('exit', (code, signal) => {
        child.ended = { code, description: signal ? `was ended by ${signal}` : `ended with code ${code}` }
        resolve()
      })
    }),
    stop: (graceSeconds = 10) => stopChild(child, plan.stopSignal ?? 'SIGTERM', graceSeconds),
    kill: () => stopChild(child, 'SIGKILL', 0),
  }
  return child
}

async function stopChild(child: Child, signal: NodeJS.Signals, graceSeconds: number): Promise<void> {
  if (child.ended) return
  signalGroup(child.pid, signal)
  if (signal !== 'SIGKILL') {
    const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceSeconds * 1000)
    await child.exited
    clearTimeout(timer)
  }
  await child.exited
}
