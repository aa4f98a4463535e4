import { type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { DEMO_ORIGIN } from '#lib/demo/expect-ok.ts'
import { signUpPerNetwork } from '#lib/users/limits.ts'
import { expectBooksInOrder } from './books.ts'
import { takePointerAway } from './by-keyboard.ts'
import { Guard } from './guard.ts'
import { expectMoneyAddsUp, LocalStripe } from './local-stripe.ts'
import { aVerifiedContractor, giveSession, type Person } from './people.ts'
import { ServerLog } from './server-log.ts'
import { type RunningStack, startStack } from './stack.ts'
import { arrangeWorld, type World } from './world.ts'

export { expect } from '@playwright/test'

type TestFixtures = {
  /** Watches all browsers of the test, and the server's log; say beforehand what it is to provoke. */
  guard: Guard
  /** A browser of its own for one person, signed in; without a person, for a visitor. */
  browserOf: (person?: Person, options?: BrowserContextOptions) => Promise<Page>
  /** After every test, whatever it did: no balance at Stripe differs from the sum of its movements. */
  moneyAddsUp: undefined
  /** All people of a run sign up from one network: what the tests before have used up of its tries is forgotten. */
  triesToSignUp: undefined
}

/** What pages are driven with; a process that has lost the pointer does not get it back, so projects differ in it, not tests. */
export type Hand = { hand: 'pointer' | 'keyboard' }

type WorkerFixtures = Hand & {
  /** None, where the hand is the keyboard. */
  pointer: undefined
  /** Database, local Stripe, worker and the production build, for this Playwright worker alone. */
  stack: RunningStack
  stripe: LocalStripe
  /** After the last test on a stack the books are looked at, unless a test ended in the middle of something. */
  books: { areLeftOpen: boolean }
  /** A verified contractor for tests that only need somebody to order from. */
  contractor: Person
  /** People and orders in every state, for tests that only look. */
  world: World
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  hand: ['pointer', { option: true, scope: 'worker' }],
  pointer: [
    async ({ browser, hand }, use) => {
      if (hand === 'keyboard') await takePointerAway(browser)
      await use(undefined)
    },
    { scope: 'worker', auto: true },
  ],
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from the pattern
    async ({}, use) => {
      const stack = await startStack()
      await use(stack)
      await stack.stop()
    },
    { scope: 'worker', auto: true, timeout: 300_000 },
  ],
  stripe: [
    async ({ stack }, use) => {
      await use(new LocalStripe(stack.stripeUrl))
    },
    { scope: 'worker' },
  ],
  books: [
    async ({ stripe }, use) => {
      const books = { areLeftOpen: false }
      await use(books)
      if (!books.areLeftOpen) await expectBooksInOrder(stripe)
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  contractor: [
    async ({ stack: _running }, use) => {
      await use(await aVerifiedContractor())
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  world: [
    async ({ contractor }, use) => {
      await use(await arrangeWorld(contractor))
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.webUrl)
  },
  guard: [
    async ({ stack }, use) => {
      const guard = new Guard()
      const log = new ServerLog(stack.webLog)
      await use(guard)
      for (const line of log.complaints()) guard.note(`server: ${line}`)
      guard.expectQuiet()
    },
    { auto: true },
  ],
  context: async ({ context, guard }, use) => {
    await guard.watch(context)
    await use(context)
  },
  browserOf: async ({ browser, guard, stack }, use) => {
    const contexts: { close(): Promise<void> }[] = []
    await use(async (person, options = {}) => {
      const context = await browser.newContext({ baseURL: stack.webUrl, ...options })
      contexts.push(context)
      await guard.watch(context)
      if (person) await giveSession(context, person.email, stack.webUrl)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  triesToSignUp: [
    async ({ stack: _running }, use) => {
      await signUpPerNetwork.forget(DEMO_ORIGIN.ip)
      await use(undefined)
    },
    { auto: true },
  ],
  moneyAddsUp: [
    async ({ stripe, books }, use, testInfo) => {
      await use(undefined)
      books.areLeftOpen ||= testInfo.status !== testInfo.expectedStatus
      await expectMoneyAddsUp(stripe)
    },
    { auto: true },
  ],
})
