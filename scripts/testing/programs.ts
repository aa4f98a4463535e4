import { spawn } from 'node:child_process'
import path from 'node:path'

export type Program = { args: string[]; cwd: string; env: NodeJS.ProcessEnv }

export type Outcome = { succeeded: boolean; output: string }

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
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ succeeded: code === 0, output }))
  })
}

/** Runs a Node program to its end and keeps what it says. */
export const runQuietly = (program: Program): Promise<Outcome> => run(program, 'pipe')

/** Runs a Node program to its end, its output going to ours as it comes. */
export const runAloud = (program: Program): Promise<Outcome> => run(program, 'inherit')

/** The file that a package's command runs. */
export const binary = (...parts: string[]): string => path.join('node_modules', ...parts)
