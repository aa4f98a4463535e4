import type { TestEmulator } from './harness.ts'
import { payableAccount, payer } from './money.ts'

/** A marketplace with two contractors and four employers, whose cards behave differently. */
export interface World {
  emulator: TestEmulator
  accounts: string[]
  payers: { customer: string; payment_method: string }[]
  intents: string[]
}

const CARDS = [
  'visa',
  'bypassPending',
  'refundFail',
  'pendingRefund',
  'createDispute',
  'createDisputeInquiry',
  'de',
]

/** Every history starts from nothing, so that one that fails can be told again. */
export async function newWorld(emulator: TestEmulator): Promise<World> {
  await emulator.control('POST', 'reset')
  // Payouts of the second one come back from its bank.
  const accounts = [await payableAccount(emulator), await payableAccount(emulator, '000111111116')]
  const payers = []
  for (const card of CARDS) {
    payers.push(await payer(emulator, `pm_card_${card}`))
  }
  return { emulator, accounts, payers, intents: [] }
}

/** Any number picks one of a list. */
export function at<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(list.length, 1)]
}

/** One of the contractors. */
export function accountOf(world: World, index: number): string {
  return at(world.accounts, index) ?? ''
}
