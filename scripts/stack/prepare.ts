import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Child, startChild } from '../processes/child.ts'
import { followLog, lastLines, startNewLog } from '../processes/log.ts'
import { REFUSED, Refusal } from '../refusal.ts'
import { buildFingerprint, clientFingerprint } from './inputs.ts'

export type Task = {
  /** What the sentence calls it when it fails. */
  name: string
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  logFile: string
  verbose: boolean
  /** Hears of the process, so that whoever is told to stop can end it too. */
  track: (child: Child) => void
}

/** Runs one of our Node programs to its end, its output in a log file. Throws Refusal with its last lines. */
export async function runTask(task: Task): Promise<void> {
  const { name, args, cwd, env, logFile } = task
  startNewLog(logFile)
  const stopFollowing = task.verbose ? followLog(logFile, '  ') : () => undefined
  const child = await startChild({ name, command: process.execPath, args, cwd, env, logFile })
  task.track(child)
  await child.exited
  stopFollowing()
  if (child.ended?.code === 0) return
  if (child.ended?.code === REFUSED) throw new Refusal(lastLines(logFile, 1).join(''))
  const said = lastLines(logFile, 15).join('\n')
  throw new Refusal(`${name} failed (the whole story is in ${logFile}):\n${said}`)
}

export type Preparation = {
  projectDir: string
  logsDir: string
  env: NodeJS.ProcessEnv
  verbose: boolean
  track: Task['track']
}

const readMark = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Whether the generated database client fits the schema. */
export function isClientCurrent(projectDir: string): boolean {
  const mark = path.join(projectDir, 'prisma', 'generated', '.made-from')
  return readMark(mark) === clientFingerprint(projectDir)
}

/** Generates the database client. Prisma insists on an engine binary that it does not use here: whichever file will do. */
export async function generateClient(plan: Preparation): Promise<void> {
  const { projectDir, logsDir, env, verbose, track } = plan
  await runTask({
    name: 'Generating the database client',
    args: [path.join('node_modules', 'prisma', 'build', 'index.js'), 'generate'],
    cwd: projectDir,
    env: { ...env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    logFile: path.join(logsDir, 'generate.log'),
    verbose,
    track,
  })
  const mark = path.join(projectDir, 'prisma', 'generated', '.made-from')
  writeFileSync(mark, clientFingerprint(projectDir))
}

const buildMark = (projectDir: string) => path.join(projectDir, '.next', 'holdfast-built-from')

/** Whether the production build was made from the sources as they are. */
export function isBuildCurrent(projectDir: string): boolean {
  const isBuilt = existsSync(path.join(projectDir, '.next', 'BUILD_ID'))
  return isBuilt && readMark(buildMark(projectDir)) === buildFingerprint(projectDir)
}

/** Makes the production build. It needs no database and no keys. */
export async function buildApp(plan: Preparation): Promise<void> {
  const { projectDir, logsDir, env, verbose, track } = plan
  const madeFrom = buildFingerprint(projectDir)
  rmSync(buildMark(projectDir), { force: true })
  await runTask({
    name: 'The build',
    args: [path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    cwd: projectDir,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    logFile: path.join(logsDir, 'build.log'),
    verbose,
    track,
  })
  writeFileSync(buildMark(projectDir), madeFrom)
}
