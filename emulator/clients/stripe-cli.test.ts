import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { toldBy } from '../testing/told.ts'
import { runCli, TRIGGERS } from './stripe-cli.ts'

let emulator: TestEmulator
beforeAll(async () => {
  emulator = await startTestEmulator()
})
afterAll(() => emulator.stop())

const GOODBYE = 'account.application.deauthorized'

/** How many events of a type there are, on the platform and on every account. */
async function eventsOf(type: string): Promise<number> {
  const accounts = (await emulator.stripe.accounts.list({ limit: 100 })).data.map(({ id }) => ({
    stripeAccount: id,
  }))
  const lists = await Promise.all(
    [{}, ...accounts].map(options => emulator.stripe.events.list({ type, limit: 100 }, options)),
  )
  return lists.reduce((sum, { data }) => sum + data.length, 0)
}

describe('the Stripe CLI', () => {
  it.each(TRIGGERS.filter(type => type !== GOODBYE))('triggers %s', async type => {
    const before = await eventsOf(type)
    const { code, output } = await runCli(emulator.url, ['trigger', type])
    expect(code, output).toBe(0)
    expect(await eventsOf(type)).toBeGreaterThan(before)
  })

  it(`triggers ${GOODBYE}, of an account that is gone then`, async () => {
    const told = await toldBy(emulator, async () => {
      const { code, output } = await runCli(emulator.url, ['trigger', GOODBYE])
      expect(code, output).toBe(0)
    })
    expect(told).toContain(`connected ${GOODBYE}`)
  })

  it('is run for people by a script, which passes its exit code on', async () => {
    const script = fileURLToPath(new URL('./main.ts', import.meta.url))
    const run = (...args: string[]) =>
      new Promise<{ code: unknown; output: string }>(resolve => {
        execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
          resolve({ code: error?.code ?? 0, output: stdout + stderr }),
        )
      })
    const before = await eventsOf('customer.created')
    const triggered = await run('--url', emulator.url, 'trigger', 'customer.created')
    expect(triggered.code, triggered.output).toBe(0)
    expect(await eventsOf('customer.created')).toBeGreaterThan(before)
    expect((await run('trigger', 'no.such.event', '--url', emulator.url)).code).toBe(1)
    expect(await run()).toMatchObject({ code: 2, output: expect.stringContaining('npm run emulator:cli') })
  })

  it('plays a fixture, creates, reads and lists', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fixture-'))
    const file = path.join(folder, 'fixture.json')
    const customer = {
      name: 'cus',
      path: '/v1/customers',
      method: 'post',
      params: { email: 'fixture@example.com' },
    }
    const intent = {
      ...{ name: 'pi', path: '/v1/payment_intents', method: 'post' },
      params: { amount: 2000, currency: 'usd', customer: `$${'{cus:id}'}`, payment_method_types: ['card'] },
    }
    writeFileSync(file, JSON.stringify({ _meta: { template_version: 0 }, fixtures: [customer, intent] }))
    const played = await runCli(emulator.url, ['fixtures', file])
    rmSync(folder, { recursive: true })
    expect(played.code, played.output).toBe(0)
    const [made] = (await emulator.stripe.paymentIntents.list({ limit: 1 })).data
    const read = await runCli(emulator.url, ['get', `/v1/payment_intents/${made?.id}`])
    expect(JSON.parse(read.output.trim())).toMatchObject({ id: made?.id, amount: 2000 })
    const posted = await runCli(emulator.url, ['post', '/v1/customers', '-d', 'email=cli@example.com'])
    expect(JSON.parse(posted.output.trim())).toMatchObject({ object: 'customer', email: 'cli@example.com' })
    const listed = await runCli(emulator.url, ['customers', 'list', '--limit', '2'])
    expect(JSON.parse(listed.output.trim()).data).toHaveLength(2)
  })
})
