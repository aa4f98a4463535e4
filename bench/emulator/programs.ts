import { type ChildProcess, spawn } from 'node:child_process'

export interface Program {
  url: string
  /** Milliseconds from the start until it served. */
  startMs: number
  /** Resident memory in MiB, from the kernel. */
  memory(): Promise<number>
  stop(): Promise<void>
}

/** Starts a Node program that prints `ready URL`. @throws Error when it ends before. */
export async function startProgram(args: string[]): Promise<Program> {
  const began = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await readyUrl(child)
  return {
    url,
    startMs: Math.round(performance.now() - began),
    memory: () => residentMiB(child.pid ?? 0),
    stop: () =>
      new Promise(resolve => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

async function readyUrl(child: ChildProcess): Promise<string> {
  let told = ''
  for await (const chunk of child.stdout ?? []) {
    told += String(chunk)
    const ready = /^ready (\S+)$/m.exec(told)?.[1]
    if (ready) return ready
  }
  throw new Error(`A program ended before it was ready: ${told}`)
}

async function residentMiB(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
