import type { Page } from '@playwright/test'
import { violationsOn } from './support/axe.ts'
import { CARDS, typeCard } from './support/card-form.ts'
import { builtPages, EVERY_PAGE } from './support/every-page.ts'
import { expect, test } from './support/test.ts'
import type { Visit } from './support/visit.ts'
import { LINE_CHARACTERS_MAX, wideFacts } from './support/wide.ts'
import type { World } from './support/world.ts'

// They only look, so that two workers can share them.
test.describe.configure({ mode: 'parallel' })

const WIDTHS = [375, 1280]
const SCHEMES = ['light', 'dark'] as const

/** Every rule of axe: none may be broken, in both themes and at both widths. */
async function expectNoViolations(page: Page, what: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect.soft(await violationsOn(page), `${what} at ${width} px, ${colorScheme}`).toEqual([])
    }
  }
}

/** A narrow phone (WCAG 1.4.10), and a window of 1280 px at 200 % (WCAG 1.4.4): zooming makes a pixel of the page as large. */
const NARROW = { 'at 320 px': 320, 'at 200 %': 1280 / 2 }

/** The widest window that pages are made for. */
const WIDE = 1920

/** Nothing sticks out: the page can be read without scrolling sideways. */
async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  for (const [seen, width] of Object.entries(NARROW)) {
    await page.setViewportSize({ width, height: 800 })
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(overhang, `${what}: pixels that stick out ${seen}`).toBe(0)
  }
}

/**
 * In a wide window nothing sticks out either, the page stands in the middle rather than at the window's edge, and no line of text is
 * so long that the eye loses the next one.
 */
async function expectGoodWhenWide(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: WIDE, height: 1000 })
  const seen = await page.evaluate(wideFacts, LINE_CHARACTERS_MAX)
  expect.soft(seen.overhang, `${what}: pixels that stick out at ${WIDE} px`).toBe(0)
  expect.soft(seen.left, `${what}: where its text begins at ${WIDE} px`).toBeGreaterThan(WIDE * 0.15)
  expect.soft(seen.longLines, `${what}: too long lines at ${WIDE} px`).toEqual([])
}

async function expectGoodPage(page: Page, visit: Visit, world: World): Promise<void> {
  const address = visit.path(world)
  const what = `${address} as ${visit.as ?? 'a visitor'}`
  const response = await page.goto(address)
  expect(response?.status(), what).toBe(visit.status ?? 200)
  await expect.soft(page.getByRole('heading', { level: 1 }), what).toHaveCount(1)
  expect(await page.title(), what).toMatch(/\S/)
  await expectNoViolations(page, what)
  await expectNoSidewaysScroll(page, what)
  await expectGoodWhenWide(page, what)
}

test('every page of the build is in the map of visits, and no other', () => {
  expect(Object.keys(EVERY_PAGE).sort()).toEqual(builtPages())
})

test('a page that the browser draws otherwise than the server did fails its test', async ({
  browserOf,
  guard,
}) => {
  const page = await browserOf()
  await page.route('**/sign-in', async route => {
    const response = await route.fetch()
    // The first place is the page's own, which is read before the data that React draws it from again.
    await route.fulfill({ response, body: (await response.text()).replace('>English<', '>Inglish<') })
  })
  await page.goto('/sign-in')
  await expect.poll(() => guard.problems.join('\n')).toMatch(/Minified React error #418/)
  guard.expect(/Minified React error #418/)
})

const WHO = {
  employer: 'an employer',
  newEmployer: 'a new employer',
  unverified: 'an unverified employer',
  contractor: 'a contractor',
  newContractor: 'a new contractor',
  company: 'a contractor with a company',
  admin: 'an admin',
}

for (const [route, visits] of Object.entries(EVERY_PAGE)) {
  for (const visit of visits) {
    const state = visit.seen ? ` (${visit.seen})` : ''
    test(`${route} is accessible to ${visit.as ? WHO[visit.as] : 'a visitor'}${state}`, async ({
      browserOf,
      guard,
      world,
    }) => {
      if (visit.status) guard.expect(new RegExp(`status of ${visit.status}`))
      await expectGoodPage(await browserOf(visit.as && world[visit.as]), visit, world)
    })
  }
}

test('what opens on a page is accessible too', async ({ browserOf, world }) => {
  test.setTimeout(180_000)
  const page = await browserOf(world.employer)

  await test.step('the form of a card, with Stripe’s frame', async () => {
    await page.goto('/cards')
    await page.getByRole('button', { name: 'Add a card' }).click()
    await typeCard(page, CARDS.good)
    await expectNoViolations(page, 'the form of a card')
    await expectNoSidewaysScroll(page, 'the form of a card')
  })

  await test.step('the dialog that asks before the money is taken', async () => {
    await page.setViewportSize({ width: 1280, height: 1100 })
    await page.goto(`/orders/${world.orders.delivered}`)
    await page.getByRole('button', { name: 'Approve $120.00' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoViolations(page, 'the dialog of approval')
  })

  await test.step('a form with refused fields', async () => {
    await page.goto(`/contractors/${world.contractor.actor.userId}/order`)
    await page.getByLabel('Amount in USD').fill('lots')
    await page.getByRole('button', { name: 'Place order' }).click()
    await expect(page.getByText('Check the marked fields.')).toBeVisible()
    await expectNoViolations(page, 'refused fields')
  })

  await test.step('the palette, and the keys', async () => {
    await page.goto('/orders')
    await page.getByRole('button', { name: 'Go to a page or an order' }).click()
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    await expectNoViolations(page, 'the palette')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await expectNoViolations(page, 'the keys')
  })

  await test.step('the account’s menu', async () => {
    await page.goto('/orders')
    await page.getByRole('button', { name: /^Account:/ }).click()
    await expectNoViolations(page, 'the account’s menu')
  })
})
