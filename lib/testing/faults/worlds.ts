import { expectReconciled } from '../agreement.ts'
import { expectInvariants, expectLedgerIsStripe } from '../invariants.ts'
import { newWorld, type World } from './world.ts'

/** How many lives share a world. */
const LIVES = 300
/** After how many of them everything is looked at; fewer, to find the one after which something is wrong. */
const LOOK_EVERY = Number(process.env.LOOK_EVERY ?? LIVES)

/** Worlds one after the other: after so many lives, everything of a world is looked at, and a new one made. */
export class Worlds {
  #world: World | null = null
  #lives = 0
  #all = 0

  /** One life in the world of its time. Throws when it, or the world before it, is not in order. */
  async live(life: (world: World) => Promise<void>): Promise<void> {
    if (this.#lives > 0 && this.#lives % LOOK_EVERY === 0) await this.look()
    if (!this.#world || this.#lives === LIVES) {
      this.#world = await newWorld()
      this.#lives = 0
    }
    this.#lives += 1
    this.#all += 1
    try {
      await life(this.#world)
    } catch (error) {
      // What it left half done is nobody else's.
      this.#world = null
      throw error
    }
  }

  /** Looks at everything: every invariant of the ledger, every balance, and each movement at Stripe, both ways. */
  async look(): Promise<void> {
    try {
      await expectInvariants()
      await expectLedgerIsStripe()
      await expectReconciled()
      // Ten thousand take more than an hour.
      console.info(`    ${this.#all} lives, all of them in order`)
    } catch (error) {
      this.#world = null
      throw new Error(`After one of the last ${LOOK_EVERY} lives (LOOK_EVERY=1 finds it): ${error}`)
    }
  }
}
