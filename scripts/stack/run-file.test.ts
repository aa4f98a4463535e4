import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startedAt } from '../processes/identity.ts'
import { claimRun } from './run-file.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'holdfast-run-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** A process that is in nobody's way, as a killed run leaves it behind. */
function orphan(): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    detached: true,
    stdio: 'ignore',
  })
  child.unref()
  if (child.pid === undefined) throw new Error('The process did not start.')
  return child.pid
}

function leaveBehind(children: { name: string; pid: number; started: string | null }[]): void {
  const supervisor = { name: 'start', pid: 1, started: 'long ago' }
  writeFileSync(path.join(dataDir, 'run.json'), JSON.stringify({ supervisor, url: 'http://x', children }))
}

test('what a killed run left behind is stopped and named', async () => {
  const pid = orphan()
  leaveBehind([{ name: 'worker', pid, started: startedAt(pid) }])
  const { stopped } = await claimRun(dataDir, 'http://localhost:3000')
  expect(stopped).toEqual(['worker'])
  expect(startedAt(pid)).toBeNull()
})

test('a process that got the number of one of ours is left alone', async () => {
  const pid = orphan()
  leaveBehind([{ name: 'worker', pid, started: 'another time' }])
  const { stopped } = await claimRun(dataDir, 'http://localhost:3000')
  expect(stopped).toEqual([])
  expect(startedAt(pid)).not.toBeNull()
  process.kill(pid, 'SIGKILL')
})

test('a claimed folder is refused to others until it is released', async () => {
  const { run } = await claimRun(dataDir, 'http://localhost:3000')
  await expect(claimRun(dataDir, 'http://localhost:3001')).rejects.toThrow(
    /already running at http:\/\/localhost:3000/,
  )
  run.note([{ name: 'web', pid: process.pid }])
  const noted = JSON.parse(readFileSync(path.join(dataDir, 'run.json'), 'utf8'))
  expect(noted.children).toEqual([{ name: 'web', pid: process.pid, started: startedAt(process.pid) }])
  run.release()
  await expect(claimRun(dataDir, 'http://localhost:3001')).resolves.toMatchObject({ stopped: [] })
})
