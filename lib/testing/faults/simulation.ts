import type { CardKind, Press } from './books.ts'
import type { Watch } from './errand-scope.ts'
import { Life } from './life.ts'
import { DATABASE_FAULTS, type FaultKind } from './plan.ts'
import { type Drawn, onceMore, pressOf } from './presses.ts'
import { pick, seeded } from './seeded.ts'
import { Turns } from './turns.ts'
import type { World } from './world.ts'

type Next = () => number

const WELL: Watch = async () => null
const CARDS = ['instant', 'instant', 'visa', 'disputing', 'failing'] as const satisfies CardKind[]

/** What the parties and the admin have buttons for, by who presses. */
const BUTTONS: Press['kind'][][] = [
  ['hold', 'capture', 'capture', 'renew', 'release', 'changes'],
  ['deliver', 'release', 'payOut', 'payOut'],
  ['refund', 'refund', 'recover'],
]

/** How far an order has come before it becomes difficult. */
const BEGINNINGS: Press['kind'][][] = [
  [],
  ['hold'],
  ['hold', 'deliver'],
  ['hold', 'capture'],
  ['hold', 'deliver', 'capture'],
]

const draw = (kind: Press['kind'], next: Next): Drawn => ({
  kind,
  percent: pick([1, 10, 33, 50, 100, 100], next),
  odd: Math.floor(next() * 100),
  share: next() < 0.6,
  commission: next() < 0.6,
})

/** Of the round trips so many fail: the process dies there, a line breaks, a server refuses. */
function weather(rate: number, next: Next): Watch {
  const database: FaultKind[] = ['kill_before', 'kill_after', ...DATABASE_FAULTS]
  const stripe: FaultKind[] = ['kill_before', 'kill_after', 'fails_before', 'fails_after']
  return async ({ line }) => {
    if (next() >= rate) return null
    return pick(line === 'database' ? database : stripe, next)
  }
}

async function control(method: string, body: object): Promise<void> {
  const response = await fetch(`${process.env.STRIPE_LOCAL_URL}/_control/faults`, {
    method,
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`The local Stripe refused: ${await response.text()}`)
}

/** Has the local Stripe itself fail now and then, if the seed wants it so. */
async function trouble(next: Next): Promise<void> {
  const kind = pick(['fail_before', 'fail_after', 'cut', 'rate_limit'], next)
  const seed = Math.floor(next() * 1e9)
  await control('POST', { method: 'POST', path: '/v1/', kind, count: null, probability: 0.3, seed })
}

/** Numbers of somebody's own, so that what happens to one of them does not change what the others do. */
const own = (next: Next): Next => seeded(Math.floor(next() * 2 ** 32))

/** Everybody at once, until all have done what they wanted. */
async function crowd(life: Life, next: Next): Promise<void> {
  const turns = new Turns()
  const rate = pick([0, 0.01, 0.03, 0.1], next)
  const isTroubled = next() < 0.25
  if (isTroubled) await trouble(next)
  const watch = (who: number) => turns.watch(who, weather(rate, own(next)))
  const pressing = BUTTONS.map((buttons, who) => {
    const [mine, watching] = [own(next), watch(who)]
    return async () => {
      const count = Math.floor(mine() * 3)
      for (let press = 0; press < count; press++) {
        const again = mine() < 0.15 ? life.pressed.at(-1) : undefined
        await life.press(again ? onceMore(again) : pressOf(life, draw(pick(buttons, mine), mine)), watching)
      }
    }
  })
  const picked = Array.from({ length: Math.floor(next() * 3) }, () => Math.floor(next() * 12))
  const [isWorking, ears, hands] = [next() < 0.2, watch(3), watch(4)]
  const hearing = () => life.hear(picked, ears)
  const working = async () => {
    if (isWorking) await life.work(hands)
  }
  const turn = own(next)
  await turns.run([...pressing, hearing, working], count => Math.floor(turn() * count))
  if (isTroubled) await control('DELETE', {})
}

/** One life, all of which follows from its seed. Throws when it ended otherwise than pencil and paper allow. */
export async function live(seed: number, world: World): Promise<void> {
  const next = seeded(seed)
  const price = BigInt(60 + Math.floor(next() * 50_000))
  const life = await new Life(world, { card: pick(CARDS, next), isRich: next() < 0.6, price }).begin()
  for (const kind of pick(BEGINNINGS, next)) {
    await life.press(pressOf(life, { ...draw(kind, next), percent: 100 }), WELL)
  }
  await crowd(life, next)
  if (next() < 0.4) {
    await life.tick(pick([1, 30, 72, 200], next))
    if (next() < 0.5) await life.answerBank(next() < 0.5)
    await crowd(life, next)
  }
  await life.end()
}
