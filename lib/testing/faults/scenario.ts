import { expect } from 'vitest'
import { db } from '../../db.ts'
import { arrangeCard } from '../../demo/arrange-employer.ts'
import { arrangeOrder } from '../../demo/arrange-order.ts'
import { expectInvariants, expectLedgerIsStripe } from '../invariants.ts'
import { newAdmin, newContractor, newEmployer } from '../marketplace.ts'
import { beginAnew } from './begin-anew.ts'
import type { Cast, Operation } from './operation.ts'
import type { Fault, Plan } from './plan.ts'
import { RECOVERY, recover, recoverWithinTheHour } from './recover.ts'
import { expectSettled } from './settled.ts'
import { Subject } from './subject-process.ts'
import type { Told } from './talk.ts'

/** Answers that promise nothing: the operation may or may not have happened, and the words on the page say so. */
const UNCERTAIN = /processing|unavailable|unknown_outcome|rate_limited/

/** Processes that work at the same time: most of the time they wait. */
const AT_ONCE = 6

/** Faults that are recovered from together: the processes take them in turn. */
const TOGETHER = 3 * AT_ONCE

/** Faults after which all begins anew: what hundreds of them leave unfinished would be looked after in every recovery. */
const ANEW_AFTER = 300

/** What the platform has earned before: of one that has nothing left for Stripe's fees, Stripe keeps refunds pending. */
const EARNED = { title: 'A year of work', description: 'As agreed between us.', amount: 10_000_000n }

export async function newCast(): Promise<Cast> {
  const employer = await newEmployer()
  // Money of this card is available at once, so that an account can be debited.
  const savedCardId = await arrangeCard(employer, 'pm_card_bypassPending')
  await arrangeOrder({ employer, savedCardId, contractor: await newContractor() }, EARNED, 'completed')
  return { employer, savedCardId, contractor: await newContractor(), admin: await newAdmin() }
}

type Ran = { fault: Fault; input: unknown; told: Told; plan: Plan }

/** A fault that was not survived, and in words what became of the operation. */
export type Broken = { fault: Fault; what: string }

const place = ({ line, at, kind }: Fault, plan: Plan) => `${kind} at ${line} ${at} (${plan.trips[line][at]})`

/** Whether what a person was told fits what became of the operation. A job tells nobody but the queue. */
function isTrue(told: Told, state: string, operation: Operation<unknown>): boolean {
  if (told.outcome === 'done') return state === operation.after
  const isPromise = told.outcome === 'refused' && !operation.isJob && !UNCERTAIN.test(told.code)
  return !isPromise || state === (operation.isRefused ? operation.after : operation.before)
}

/** Operations under faults, on processes of their own that share this test file's database and local Stripe. */
export class Scenarios {
  readonly #subjects = Array.from({ length: AT_ONCE }, () => new Subject())
  #cast: Promise<Cast> | null = null
  #faults = 0

  /** Ends the processes, after a look at everything: the ledger and Stripe agree on whatever was done. */
  async stop(): Promise<void> {
    try {
      if (this.#cast) await expectSettled()
    } finally {
      await this.#stopSubjects()
    }
  }

  async #stopSubjects(): Promise<void> {
    await Promise.all(this.#subjects.map(subject => subject.stop()))
  }

  async #arrange(operation: Operation<unknown>): Promise<unknown> {
    // Hundreds of people sign up from one address here, which the app itself would not let them.
    await db().rateLimit.deleteMany()
    this.#cast ??= newCast()
    return operation.arrange(await this.#cast)
  }

  /** New processes and other people, on an empty database and at an empty local Stripe. */
  async #beginAnew(): Promise<void> {
    await this.stop()
    await beginAnew()
    this.#cast = null
    this.#faults = 0
  }

  /** Does the operation without a fault, to see that it works and how many round trips it takes. */
  async rehearse(operation: Operation<unknown>): Promise<Plan> {
    const input = await this.#arrange(operation)
    expect(await operation.state(input), 'before').toBe(operation.before)
    const subject = this.#subjects.find(({ isRunning }) => isRunning) ?? this.#subjects[0]
    if (!subject) throw new Error('There is no process to rehearse on')
    // The first run pays for connections; the second is counted.
    const first = await subject.run(operation.name, input, null)
    const again = await this.#arrange(operation)
    const { told, plan } = await subject.run(operation.name, again, null)
    const outcome = operation.isRefused ? 'refused' : 'done'
    for (const one of [first.told, told]) expect(one, 'without a fault').toMatchObject({ outcome })
    await recover()
    for (const one of [input, again]) expect(await operation.state(one), 'after').toBe(operation.after)
    return plan
  }

  /**
   * Does the operation once for each fault, lets our worker recover, and says which faults it did not survive.
   * `whileRecovering` are faults that hit the worker at that; it then begins anew.
   */
  async survive(
    operation: Operation<unknown>,
    faults: Fault[],
    whileRecovering: Fault[] = [],
  ): Promise<Broken[]> {
    const broken: Broken[] = []
    for (let from = 0; from < faults.length; from += TOGETHER) {
      broken.push(...(await this.#batch(operation, faults.slice(from, from + TOGETHER), whileRecovering)))
    }
    return broken
  }

  async #batch(operation: Operation<unknown>, faults: Fault[], whileRecovering: Fault[]): Promise<Broken[]> {
    if (this.#faults >= ANEW_AFTER) await this.#beginAnew()
    this.#faults += faults.length
    const ran = await this.#run(operation, faults)
    for (const fault of whileRecovering) await this.#subjects[0]?.run(RECOVERY.name, null, fault)
    await recover()
    if (operation.isCompletedByEvents) await recoverWithinTheHour()
    const broken: Broken[] = []
    for (const one of ran) {
      const { fault } = one
      const state = await operation.state(one.input)
      const where = `${operation.name}: ${place(fault, one.plan)}, told ${JSON.stringify(one.told)}`
      if (state !== operation.before && state !== operation.after)
        broken.push({ fault, what: `${where}: left “${state}”` })
      else if (!isTrue(one.told, state, operation))
        broken.push({ fault, what: `${where}: told wrongly, it is “${state}”` })
    }
    await expectInvariants()
    await expectLedgerIsStripe()
    return [...broken, ...(await this.#again(operation, ran))]
  }

  /** Whoever saw an error page presses the button again: then it is done, and once. */
  async #again(operation: Operation<unknown>, ran: Ran[]): Promise<Broken[]> {
    const broken: Broken[] = []
    for (const one of ran) await operation.run(one.input).catch(() => null)
    await recover()
    if (operation.isCompletedByEvents) await recoverWithinTheHour()
    for (const one of ran) {
      const state = await operation.state(one.input)
      if (state !== operation.after) {
        const where = `${operation.name}: ${place(one.fault, one.plan)}`
        broken.push({ fault: one.fault, what: `${where}: pressed again, it is “${state}”` })
      }
    }
    await expectInvariants()
    await expectLedgerIsStripe()
    return broken
  }

  /** Does the operation once under each fault; every process takes the next one as soon as it has done with its last. */
  async #run(operation: Operation<unknown>, faults: Fault[]): Promise<Ran[]> {
    const ran: Ran[] = []
    const left = faults.values()
    const ended = await Promise.allSettled(
      this.#subjects.map(async subject => {
        for (const fault of left) {
          const input = await this.#arrange(operation)
          ran.push({ fault, input, ...(await subject.run(operation.name, input, fault)) })
        }
      }),
    )
    for (const one of ended) if (one.status === 'rejected') throw one.reason
    return ran
  }
}
