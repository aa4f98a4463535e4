import { newRequestKey } from '../../ids.ts'
import type { Press } from './books.ts'
import type { Watch } from './errand-scope.ts'
import type { Life } from './life.ts'
import { type Fault, Plan } from './plan.ts'

/** A press as it is drawn: amounts are in percent of what the order costs. */
export type Drawn = {
  kind: Press['kind']
  percent: number
  odd: number
  share: boolean
  commission: boolean
}

/** A plan of faults as a watch, with its own count of round trips. */
export const planned = (fault: Fault | null): Watch => {
  const plan = new Plan(fault)
  return async ({ line, what }) => plan.next(line, what)
}

/** The press of somebody who sees the order as it is now. */
export function pressOf(life: Life, { kind, percent, odd, share, commission }: Drawn): Press {
  const { price, taken } = life.possible.books
  const whole = taken > 0n ? taken : price
  const amount = percent === 100 ? whole : (whole * BigInt(percent)) / 100n + BigInt(odd)
  const of: Record<string, object> = {
    capture: { amount: percent === 100 ? null : amount },
    refund: { amount, share, commission: share && commission },
    recover: { amount },
    payOut: { amount },
  }
  return { kind, key: newRequestKey(), ...of[kind] } as Press
}

const WITHOUT_KEY: Press['kind'][] = ['deliver', 'changes', 'capture', 'release']

/** The same button once more: the same form, where forms have a key. */
export const onceMore = (press: Press): Press =>
  WITHOUT_KEY.includes(press.kind) ? { ...press, key: newRequestKey() } : press
