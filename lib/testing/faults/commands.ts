import fc from 'fast-check'
import { follow, type Press, type Terms } from './books.ts'
import type { Life } from './life.ts'
import { DATABASE_FAULTS, type Fault, KILLS } from './plan.ts'
import { type Drawn, onceMore, planned, pressOf } from './presses.ts'
import { Turns } from './turns.ts'

// What can happen in the life of an order, as commands of fast-check: each is drawn from a seed, may come at any time,
// and is left out again when a shorter life fails as well.

type Faulty = Drawn & { fault: Fault | null }
export type Command = fc.AsyncCommand<object, Life, false>

const faults: fc.Arbitrary<Fault | null> = fc.option(
  fc.oneof(
    fc.record<Fault>({
      line: fc.constant('database'),
      at: fc.nat(24),
      kind: fc.constantFrom(...KILLS, ...DATABASE_FAULTS),
    }),
    fc.record<Fault>({
      line: fc.constant('stripe'),
      at: fc.nat(1),
      kind: fc.constantFrom(...KILLS, 'fails_before' as const, 'fails_after' as const),
    }),
  ),
  { freq: 2, nil: null },
)

const drawn = (...kinds: Press['kind'][]): fc.Arbitrary<Faulty> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    percent: fc.constantFrom(1, 10, 25, 33, 50, 75, 100, 100, 120),
    odd: fc.nat(99),
    share: fc.boolean(),
    commission: fc.boolean(),
    fault: faults,
  })

const worded = (name: string, of: unknown) => `${name}(${JSON.stringify(of)})`

/** One press. `isBold` is pressed although it makes no sense now. */
class Pressing implements Command {
  readonly drawn: Faulty
  readonly isBold: boolean

  constructor(drawn: Faulty, isBold: boolean) {
    this.drawn = drawn
    this.isBold = isBold
  }

  check = () => true

  async run(_: object, life: Life): Promise<void> {
    const press = pressOf(life, this.drawn)
    if (!this.isBold && !follow(life.possible.books, press, life.terms)) return
    await life.press(press, planned(this.drawn.fault))
  }

  toString = () => worded(this.drawn.kind, this.drawn)
}

/** Two presses at the same time, whose round trips take turns as the numbers say. */
class Together implements Command {
  readonly drawn: readonly Faulty[]
  readonly turns: readonly number[]

  constructor(drawn: readonly Faulty[], turns: readonly number[]) {
    this.drawn = drawn
    this.turns = turns
  }

  check = () => true

  async run(_: object, life: Life): Promise<void> {
    const turns = new Turns()
    const people = this.drawn.map((one, who) => async () => {
      await life.press(pressOf(life, one), turns.watch(who, planned(one.fault)))
    })
    let turn = 0
    await turns.run(people, count => (this.turns[turn++ % this.turns.length] ?? 0) % Math.max(1, count))
  }

  toString = () => worded('together', [this.drawn, this.turns])
}

/** Anything else that happens. */
class Happening implements Command {
  readonly name: string
  readonly happen: (life: Life) => Promise<void>

  constructor(name: string, happen: (life: Life) => Promise<void>) {
    this.name = name
    this.happen = happen
  }

  check = () => true
  run = (_: object, life: Life) => this.happen(life)
  toString = () => this.name
}

/** The same form is sent again: twice the click, a reload, a second tab. */
const again = fc.tuple(fc.nat(7), faults).map(
  ([back, fault]) =>
    new Happening(worded('again', [back, fault]), async life => {
      const press = life.pressed.at(-1 - (back % Math.max(1, life.pressed.length)))
      if (press) await life.press(onceMore(press), planned(fault))
    }),
)
const work = faults.map(
  fault => new Happening(worded('work', fault), life => (fault ? life.work(planned(fault)) : life.settle())),
)
const tick = fc
  .constantFrom(1, 1, 30, 72, 200)
  .map(hours => new Happening(worded('tick', hours), life => life.tick(hours)))
const hear = fc
  .tuple(fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }), faults)
  .map(
    ([picked, fault]) =>
      new Happening(worded('hear', [picked, fault]), life => life.hear(picked, planned(fault))),
  )
const bank = fc.boolean().map(isWon => new Happening(worded('bank', isWon), life => life.answerBank(isWon)))

const press = (...kinds: Press['kind'][]) =>
  fc.tuple(drawn(...kinds), fc.nat(5)).map(([one, bold]) => new Pressing(one, bold === 0))

const two = drawn('hold', 'renew', 'deliver', 'capture', 'release', 'refund', 'recover', 'payOut')
const together = fc
  .tuple(fc.tuple(two, two), fc.array(fc.nat(5), { minLength: 1, maxLength: 12 }))
  .map(([both, turns]) => new Together(both, turns))

/** Everything that may happen. What most orders go through stands more than once. */
export const COMMANDS: fc.Arbitrary<Command>[] = [
  ...[press('hold'), press('hold'), press('hold'), press('renew')],
  ...[press('deliver'), press('deliver'), press('changes')],
  ...[press('capture'), press('capture'), press('capture'), press('release')],
  ...[press('refund'), press('refund'), press('recover'), press('payOut')],
  ...[again, work, tick, hear, bank, together, together],
]

export const anyTerms: fc.Arbitrary<Terms> = fc.record({
  card: fc.constantFrom('instant', 'instant', 'visa', 'disputing', 'failing'),
  isRich: fc.boolean(),
  price: fc.bigInt({ min: 60n, max: 60_000n }),
})
