import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'

export interface Program {
  url: string
  /** Milliseconds from the start until it served. */
  startMs: number
  /** Resident memory in MiB, from the kernel. */
  memory(): Promise<number>
  /** Milliseconds of processor time that it has used, from the kernel. */
  cpuMs(): Promise<number>
  stop(): Promise<void>
}

/** Starts a Node program that prints `ready URL`. @throws Error when it ends before. */
export async function startProgram(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Program> {
  const began = performance.now()
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  return programOf(child, await readyUrl(child), began)
}

function programOf(child: ChildProcess, url: string, began: number): Program {
  const pid = child.pid ?? 0
  return {
    url,
    startMs: Math.round(performance.now() - began),
    memory: () => residentMiB(pid),
    cpuMs: () => cpuMs(pid),
    stop: () => ended(child),
  }
}

/** Starts a Node program that serves at `url`; resolves when `url` answers. @throws Error when it does not in a minute. */
export async function startServer(args: string[], url: string, env: NodeJS.ProcessEnv): Promise<Program> {
  const began = performance.now()
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  while (!(await fetch(url).catch(() => null))?.ok) {
    if (child.exitCode !== null || performance.now() - began > 60_000)
      throw new Error(`${url} does not answer`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return programOf(child, url, began)
}

/** A Node program that answers each message with one message. */
export interface Worker {
  /** @throws Error with what went wrong over there, or when it ended instead of answering. */
  ask<Answer>(message: unknown): Promise<Answer>
  stop(): Promise<void>
}

/** Starts a program that calls `answerMessages`, in a process of its own. */
export function startWorker(file: string, env: NodeJS.ProcessEnv): Worker {
  const child = fork(file, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return {
    ask: <Answer>(message: unknown) =>
      new Promise<Answer>((resolve, reject) => {
        const onExit = () => reject(new Error(`${file} ended before it answered`))
        child.once('exit', onExit)
        child.once('message', (reply: { value: Answer } | { error: string }) => {
          child.off('exit', onExit)
          if ('error' in reply) reject(new Error(reply.error))
          else resolve(reply.value)
        })
        child.send({ message })
      }),
    stop: () => ended(child),
  }
}

/** The other side of `startWorker`: one message after the other, as they come. */
export function answerMessages<Message>(answer: (message: Message) => Promise<unknown>): void {
  process.on('message', async ({ message }: { message: Message }) => {
    try {
      process.send?.({ value: await answer(message) })
    } catch (error) {
      process.send?.({ error: error instanceof Error ? error.stack : String(error) })
    }
  })
  process.on('disconnect', () => process.exit(0))
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
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
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

/** The kernel counts in hundredths of a second (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html). */
async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
}
