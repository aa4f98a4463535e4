import { db } from '../../db.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import { newRequestKey } from '../../ids.ts'
import { placeOrder } from '../../payments/place-order.ts'
import { getPayment } from '../../payments/queries.ts'
import type { Actor } from '../../users/model.ts'
import { answerDispute, disputeAtStripe, disputeStatus } from '../disputes.ts'
import { advanceClock } from '../marketplace.ts'
import type { Press, Terms } from './books.ts'
import { decimal, operationOf, type People } from './buttons.ts'
import { drain } from './drain.ts'
import { runErrand } from './errand.ts'
import type { Watch } from './errand-scope.ts'
import { deliverNews } from './news.ts'
import { type Known, Possible } from './possible.ts'
import { emptyQueue, leaveMails, recover } from './recover.ts'
import { look, standingOf } from './sight.ts'
import type { Told } from './talk.ts'
import type { World } from './world.ts'

/** Answers that promise nothing: the words on the page say so. */
const UNCERTAIN = /processing|unavailable|unknown_outcome|rate_limited/

/** What a press that was answered so is known to have done. */
export function knownOf(told: Told & { value?: unknown }): Known {
  const value = JSON.stringify(told)
  if (told.outcome === 'done') return UNCERTAIN.test(value) ? 'unknown' : 'done'
  return told.outcome === 'refused' && !UNCERTAIN.test(told.code) ? 'refused' : 'unknown'
}

/** Whether Stripe was asked to move money and its answer was not written down: what was cut off in the middle by a fault. */
async function isAnythingOpen(): Promise<boolean> {
  const tables = ['refunds', 'recoveries', 'collections', 'retransfers', 'payouts']
  const open = tables.map(table => `EXISTS (SELECT FROM ${table} WHERE status = 'requested')`)
  const [row] = await db().$queryRawUnsafe<{ open: boolean }[]>(`SELECT ${open.join(' OR ')} AS open`)
  return row?.open ?? false
}

/** The life of one order: what is pressed of it, beside the books of how it can have gone. */
export class Life {
  readonly possible: Possible
  readonly pressed: Press[] = []
  /** What happened, for whoever has to understand a failure. */
  readonly story: string[] = []
  readonly #world: World
  readonly terms: Terms
  readonly #contractor: Actor
  #orderId = ''
  #startedWith = 0n
  #hasAnswered = false
  #hasNews: boolean
  #isTroubled = false
  readonly #failing = new Set<string>()

  constructor(world: World, terms: Terms) {
    this.#world = world
    this.terms = terms
    this.#contractor = terms.isRich ? world.rich : world.poor
    this.possible = new Possible(terms)
    this.#hasNews = terms.card === 'disputing'
  }

  get #people(): People {
    const { admin } = this.#world
    return { ...this.#payer, admin, contractor: this.#contractor, orderId: this.#orderId }
  }

  get #payer() {
    return this.#world.payers[this.terms.card]
  }

  async begin(): Promise<this> {
    const { rich, poor } = this.#world
    await db().rateLimit.deleteMany()
    this.#startedWith = await standingOf(this.#contractor)
    const words = { title: 'A piece of work', description: 'As agreed between us.' }
    const of = { ...words, amount: this.terms.price, currency: 'usd' as const, requestKey: newRequestKey() }
    const contractorId = this.terms.isRich ? rich.userId : poor.userId
    this.#orderId = expectOk(await placeOrder(this.#payer.employer, { ...of, contractorId }), 'place').orderId
    if (this.terms.card === 'disputing') this.possible.begin({ kind: 'disputeTakes', key: 'taken' })
    return this
  }

  /** Presses, under a watch, and holds what is told against the books. */
  async press(press: Press, watch: Watch): Promise<void> {
    this.pressed.push(press)
    this.possible.begin(press)
    const told = await runErrand(watch, operationOf(press, this.#people))
    const terms = JSON.stringify(press, (_, value) => (typeof value === 'bigint' ? decimal(value) : value))
    this.story.push(`${terms}: ${JSON.stringify(told)}`)
    const known = knownOf(told)
    this.#isTroubled ||= known === 'unknown'
    if (!this.possible.end(press, known)) throw new Error(this.words('This cannot have been told'))
  }

  /** Our worker does what is to be done, under a watch. */
  async work(watch: Watch): Promise<void> {
    const told = await runErrand(watch, async () => ({ ok: true as const, value: await recover() }))
    this.#isTroubled ||= told.outcome !== 'done'
    this.story.push(`work: ${JSON.stringify(told)}`)
  }

  /** Stripe's events come: some of the latest, each several times, under a watch. */
  async hear(picked: readonly number[], watch: Watch): Promise<void> {
    this.#isTroubled = true
    this.story.push(`hear ${picked.join()}`)
    await deliverNews(this.#orderId, picked, watch)
  }

  /** The bank decides what it was asked, if it was. */
  async answerBank(isWon: boolean): Promise<void> {
    const payment = await db().payment.findFirst({ where: { orderId: this.#orderId, status: 'succeeded' } })
    if (this.terms.card !== 'disputing' || this.#hasAnswered || !payment) return
    this.#hasAnswered = true
    const disputeId = await disputeAtStripe(payment.stripePaymentIntentId)
    await answerDispute(disputeId, isWon ? 'winning_evidence' : 'losing_evidence')
    this.possible.begin({ kind: isWon ? 'disputeIsWon' : 'disputeIsLost', key: 'decided' })
    this.story.push(`the bank decides: ${isWon ? 'won' : 'lost'}`)
  }

  /**
   * Time passes at Stripe. Nothing may be under way, by our worker neither: our own clock stands still, and by it we would trust in
   * keys that Stripe has forgotten meanwhile.
   */
  async tick(hours: number): Promise<void> {
    if (this.possible.isUnsettled || (await isAnythingOpen())) await this.settle()
    await advanceClock(hours * 3600)
    this.story.push(`${hours} hours pass`)
    await this.#letHoldsEnd()
    await this.#letDisputeEnd()
    if (this.terms.card !== 'failing') return
    for (const press of this.pressed) {
      if (press.kind !== 'refund' || this.#failing.has(press.key)) continue
      if (!this.possible.books.done.includes(press.key)) continue
      this.#failing.add(press.key)
      this.#hasNews = true
      this.possible.begin({ kind: 'refundFails', key: `failed ${press.key}`, refund: press })
    }
  }

  async #letHoldsEnd(): Promise<void> {
    const { status } = this.possible.books
    if (status !== 'held' && status !== 'delivered') return
    const payment = await getPayment(this.#payer.employer, this.#orderId)
    const response = await fetch(`${process.env.STRIPE_LOCAL_URL}/_control/clock`)
    const { now } = (await response.json()) as { now: number }
    if (!payment?.captureBeforeAt || payment.captureBeforeAt.getTime() / 1000 > now) return
    this.#hasNews = true
    this.possible.let({ isHoldOver: true })
    this.possible.begin({ kind: 'holdEnds', key: `ended ${payment.id}` })
  }

  /** A dispute that nobody answers until its day is lost. */
  async #letDisputeEnd(): Promise<void> {
    if (this.terms.card !== 'disputing' || this.#hasAnswered) return
    const payment = await db().payment.findFirst({ where: { orderId: this.#orderId, status: 'succeeded' } })
    if (!payment || (await disputeStatus(payment.stripePaymentIntentId)) !== 'lost') return
    this.#hasAnswered = true
    this.possible.begin({ kind: 'disputeIsLost', key: 'decided' })
  }

  /** Everything comes to its end, and is looked at: by people, by admins, and at Stripe. */
  async settle(): Promise<void> {
    await leaveMails()
    // Where nothing was cut off, the completer has nothing to complete.
    await (this.#isTroubled ? recover() : emptyQueue())
    this.#isTroubled = false
    if (this.#hasNews) await deliverNews(this.#orderId, 'all', async () => null)
    if (this.#hasNews) await emptyQueue()
    const seen = await look(this.#world, this.#payer, this.#contractor, this.#orderId, this.#startedWith)
    const expected = this.possible.settle(seen)
    if (!expected) return
    throw new Error(this.words(`Seen ${JSON.stringify(seen)}, but expected ${JSON.stringify(expected)}`))
  }

  /** The end of it; a contractor who has little is left with nothing, for the next. */
  async end(): Promise<void> {
    await this.settle()
    if (this.terms.card === 'failing') {
      await this.tick(1)
      await this.settle()
    }
    if (!this.terms.isRich) await drain(this.#world, this.#contractor)
  }

  words(what: string): string {
    return `${what}\n${JSON.stringify({ ...this.terms, price: String(this.terms.price) })} ${this.#orderId}\n  ${this.story.join('\n  ')}`
  }
}
