import { spawn } from 'node:child_process'
import path from 'node:path'

export type Program = { args: string[]; cwd: string; env: NodeJS.ProcessEnv }

export type Outcome = { succeeded: boolean; output: string }

type Ending = { exited: Promise<unknown>; stop(): unknown }

const running = new Set<Ending>()

/** Ends a process together with this run, should it be told to stop. */
export function endWithUs(child: Ending): void {
  running.add(child)
  child.exited.then(() => running.delete(child))
}

/** Ends what is running and then this process, as Ctrl-C should. */
export async function stopAll(): Promise<void> {
  const ending = [...running]
  for (const child of ending) child.stop()
  await Promise.all(ending.map(child => child.exited))
  process.exit(130)
}

function run(program: Program, stdio: 'inherit' | 'pipe'): Promise<Outcome> {
  const child = spawn(process.execPath, program.args, {
    cwd: program.cwd,
    env: program.env,
    stdio: ['ignore', stdio, stdio],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      output += chunk
    })
  }
  const closed = new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ succeeded: code === 0, output }))
  })
  endWithUs({ exited: closed, stop: () => child.kill('SIGTERM') })
  return closed
}

/** Runs a Node program to its end and keeps what it says. */
export const runQuietly = (program: Program): Promise<Outcome> => run(program, 'pipe')

/** Runs a Node program to its end, its output going to ours as it comes. */
export const runAloud = (program: Program): Promise<Outcome> => run(program, 'inherit')

/** The file that a package's command runs. */
export const binary = (...parts: string[]): string => path.join('node_modules', ...parts)
