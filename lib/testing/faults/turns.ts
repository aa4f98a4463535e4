import type { Watch } from './errand-scope.ts'

/** How long somebody may take for their turn before the others go on without them: a lock that one of them holds. */
const PATIENCE_MS = 300

type Waiting = { who: number; go: () => void }

/**
 * Lets several people take turns at the lines, in an order that follows from numbers alone: one of them goes on until the
 * next transaction or call at Stripe, while the others stand still before theirs. So a race can be run again.
 */
export class Turns {
  #waiting: Waiting[] = []
  readonly #moving = new Set<number>()
  #wake: () => void = () => undefined
  #isOver = false

  /** A watch of one of them: waits for its turn, and then does as `inner` says. */
  watch(who: number, inner: Watch): Watch {
    return async trip => {
      if (!trip.isInside) await this.#turn(who)
      return inner(trip)
    }
  }

  /** Who still asks when all have ended need not wait: what failed beside them has been told already. */
  async #turn(who: number): Promise<void> {
    if (this.#isOver) return
    await new Promise<void>(go => {
      this.#waiting.push({ who, go })
      this.#moving.delete(who)
      this.#wake()
    })
  }

  /** Whether somebody is between two of their turns. Who asks for several at once stands still as long as one is left. */
  get #isAnybodyMoving(): boolean {
    const still = new Set(this.#waiting.map(({ who }) => who))
    return [...this.#moving].some(who => !still.has(who))
  }

  async #rest(): Promise<void> {
    const until = performance.now() + PATIENCE_MS
    while (this.#isAnybodyMoving && performance.now() < until) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, PATIENCE_MS)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  /** Has all of them go to their ends. `choose` says who is next, as one of `count`. The first error is thrown when all have ended. */
  async run(people: (() => Promise<void>)[], choose: (count: number) => number): Promise<void> {
    let left = people.length
    const ended = Promise.allSettled(
      people.map(async (person, who) => {
        this.#moving.add(who)
        await person().finally(() => {
          left -= 1
          this.#moving.delete(who)
          this.#wake()
        })
      }),
    )
    while (left > 0) {
      await this.#rest()
      this.#waiting.sort((one, other) => one.who - other.who)
      const [next] = this.#waiting.splice(choose(this.#waiting.length), 1)
      if (!next) continue
      this.#moving.add(next.who)
      next.go()
    }
    // Whoever failed may have asked for more than one turn, or ask for one yet; a connection waits with each.
    this.#isOver = true
    for (const { go } of this.#waiting.splice(0)) go()
    for (const one of await ended) if (one.status === 'rejected') throw one.reason
  }
}
