import { type ChildProcess, spawn } from 'node:child_process'
import net from 'node:net'
import { afterEach, expect, it } from 'vitest'

const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Runs the program until it ends or says that it is ready. */
function run(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; told: string }> {
  const child = spawn(process.execPath, ['emulator/main.ts', ...args], {
    env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv,
  })
  children.push(child)
  return new Promise(resolve => {
    let told = ''
    const hear = (chunk: unknown) => {
      told += String(chunk)
      if (/^ready \S+$/m.test(told)) resolve({ code: null, told })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', code => resolve({ code, told }))
  })
}

it('runs by itself, in memory, and says so', async () => {
  const { told } = await run(['--port', '0'])
  expect(told).toContain('memory only')
  const url = /^ready (\S+)$/m.exec(told)?.[1]
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const answer = await fetch(`${url}/v1/balance`, { headers: { authorization: 'Bearer sk_test_any' } })
  expect(await answer.json()).toMatchObject({ object: 'balance' })
})

it('refuses live keys with a sentence, and writes them nowhere', async () => {
  const { told } = await run(['--port', '0'])
  const url = /^ready (\S+)$/m.exec(told)?.[1]
  for (const key of [
    'sk_live_51abcdefSECRETPART',
    'rk_live_51abcdefSECRETPART',
    'pk_live_51abcdefSECRETPART',
  ]) {
    const answer = await fetch(`${url}/v1/balance?key=${key}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    const text = await answer.text()
    expect(answer.status).toBe(401)
    expect(text).toContain('never a live one')
    expect(text).not.toContain('SECRETPART')
  }
  expect(await (await fetch(`${url}/_control/requests/1`)).text()).not.toContain('SECRETPART')
})

it('tells what is wrong with how it was started', async () => {
  const cases: [args: string[], env: Record<string, string>, words: string][] = [
    [['--port', 'x'], {}, '"x" is not a port'],
    [['--prot', '1'], {}, '--prot'],
    [['--memory', '--database-url', 'postgresql://x'], {}, 'not both'],
    [['--database-url', 'mysql://x'], {}, 'postgresql://'],
    [['--webhook', 'nowhere'], {}, 'URL=SECRET'],
    [['--port', '0'], { NODE_ENV: 'production' }, '--allow-production'],
    [['--port', '0', '--database-url', 'postgresql://127.0.0.1:1/x'], {}, 'database does not answer'],
  ]
  const ended = await Promise.all(cases.map(([args, env]) => run(args, env)))
  ended.forEach(({ code, told }, index) => {
    expect(told).toContain(cases[index]?.[2])
    expect(told).not.toContain('    at ')
    expect(code).toBe(1)
  })
  expect(await run(['--help'])).toMatchObject({ code: 0, told: expect.stringContaining('--database-url') })
  expect((await run(['--port', '0', '--allow-production'], { NODE_ENV: 'production' })).told).toContain(
    'ready',
  )
})

it('says that a port is in use', async () => {
  const taken = net.createServer()
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as net.AddressInfo
  const { code, told } = await run(['--port', String(port)])
  taken.close()
  expect(told).toContain('in use')
  expect(code).toBe(1)
})
