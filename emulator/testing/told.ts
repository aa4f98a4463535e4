import { PLATFORM } from '../core/ids.ts'
import type { TestEmulator } from './harness.ts'

interface Line {
  seq: number
  type: string
  account: string
}

async function lately(emulator: TestEmulator): Promise<Line[]> {
  return (await emulator.control('GET', 'events')).data as Line[]
}

/**
 * The events that something caused, of all accounts and in order: `charge.captured` on the platform,
 * `connected payment.created` on a connected account. At most fifty.
 */
export async function toldBy(emulator: TestEmulator, work: () => Promise<unknown>): Promise<string[]> {
  const last = Math.max(0, ...(await lately(emulator)).map(({ seq }) => seq))
  await work()
  return (await lately(emulator))
    .filter(({ seq }) => seq > last)
    .sort((a, b) => a.seq - b.seq)
    .map(({ type, account }) => (account === PLATFORM ? type : `connected ${type}`))
}
