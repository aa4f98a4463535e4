import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startedAt } from '../processes/identity.ts'
import { freePort } from '../processes/ports.ts'

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'holdfast-refusals-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Runs the start command until it gives up. Returns its exit code and the last line that it wrote. */
async function start(env: Record<string, string>): Promise<{ code: number | null; sentence: string }> {
  const child = spawn(process.execPath, ['scripts/stack/main.ts'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      HOLDFAST_DATA_DIR: dataDir,
      PORT: String(await freePort()),
      STRIPE_LOCAL_URL: `http://127.0.0.1:${await freePort()}`,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk
    })
  }
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  return { code, sentence: output.trim().split('\n').at(-1) ?? '' }
}

describe('the start command gives up with one sentence that says what to do', () => {
  test('when no database answers', async () => {
    const port = await freePort()
    expect(await start({ DATABASE_URL: `postgresql://a:b@127.0.0.1:${port}/c` })).toEqual({
      code: 1,
      sentence: `No PostgreSQL answers at 127.0.0.1:${port} (DATABASE_URL): start it, correct the address, or remove DATABASE_URL to use the built-in one.`,
    })
  })

  test('when the database refuses the password, or is not there', async () => {
    const right = new URL(process.env.DATABASE_URL ?? '')
    const missing = new URL(right)
    missing.pathname = '/nowhere'
    right.password = 'wrong'
    expect((await start({ DATABASE_URL: right.href })).sentence).toMatch(
      /does not accept the user or password/,
    )
    expect((await start({ DATABASE_URL: missing.href })).sentence).toMatch(
      /has no database "nowhere".*create it/,
    )
  })

  test('when the port of the web app is taken', async () => {
    const server = createServer()
    const port = await freePort()
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
    const { code, sentence } = await start({ PORT: String(port) })
    server.close()
    expect(code).toBe(1)
    expect(sentence).toContain(`Port ${port}, wanted for the web app, is taken by`)
    expect(sentence).toContain(`(process ${process.pid})`)
    expect(sentence).toContain(`run \`PORT=${port + 1} npm start\``)
  })

  test('when a live key stands beside a test key', async () => {
    const keys = {
      STRIPE_SECRET_KEY: 'sk_live_1',
      NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
      STRIPE_WEBHOOK_SECRET: 'whsec_1',
      STRIPE_LOCAL_URL: '',
    }
    const { code, sentence } = await start(keys)
    expect(code).toBe(1)
    expect(sentence).toMatch(/live key but .* test key: take both from the same page/)
  })

  test('when an instance is running on the same data', async () => {
    const supervisor = { name: 'start', pid: process.pid, started: startedAt(process.pid) }
    const run = { supervisor, url: 'http://localhost:3999', children: [] }
    writeFileSync(path.join(dataDir, 'run.json'), JSON.stringify(run))
    const { code, sentence } = await start({})
    expect(code).toBe(1)
    expect(sentence).toMatch(/already running at http:\/\/localhost:3999 .*use that one, or stop it/)
  })
})
