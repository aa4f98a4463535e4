import type { Page } from '@playwright/test'
import { db } from '#lib/db.ts'
import { de } from '#lib/i18n/messages/de.ts'
import { en } from '#lib/i18n/messages/en.ts'
import { pl } from '#lib/i18n/messages/pl.ts'
import type { Locale } from '#lib/i18n/model.ts'
import { SESSION_COOKIE } from '#lib/users/session-token.ts'
import { ADMIN_PAGES } from './support/admin-pages.ts'
import { partFor } from './support/looks.ts'
import { openMailedLink } from './support/mailbox.ts'
import { aCompany, aNewContractor, anEmployer, anOrder, PASSWORD, type Person } from './support/people.ts'
import { expect, test } from './support/test.ts'

/** Longer messages of the catalogue without arguments, which stand on a page in that language alone. */
const ENGLISH = Object.values(en)
  .flatMap(area => Object.values(area) as string[])
  .filter(text => text.length > 24 && !/[{<]/.test(text))

/** Messages that were not said: keys of the catalogue, whole. */
const keysIn = (text: string) =>
  [...text.matchAll(/\b([a-z]\w*)\.(\w+)/g)]
    .filter(([, area = '', name = '']) => Object.hasOwn(en, area) && name in en[area as keyof typeof en])
    .map(([key]) => key)

/** What an employer reads, and a contractor, of their own money too. */
const BUYER = ['orders', 'listings', 'contractors', 'offers', 'deadlines', 'cards', 'notifications']
const SELLER = ['orders', 'listings/own', 'offers', 'deadlines', 'notifications']
const MONEY = ['', '/earnings', '/payouts', '/statements', '/recoveries'].map(path => `balance${path}`)

const NARROWEST = 320

/** Nothing of the English catalogue, no bare key, nothing wider than the screen, nor than the narrowest. */
async function isIn(page: Page, lang: string) {
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  const text = (await page.locator('body').allInnerTexts()).join()
  expect(ENGLISH.filter(message => text.includes(message))).toEqual([])
  expect(keysIn(text)).toEqual([])
  const { width, height } = page.viewportSize() ?? { width: NARROWEST, height: 720 }
  for (const wide of [NARROWEST, width]) {
    await page.setViewportSize({ width: wide, height })
    // Where movement is wanted, parts of the page are still on their way to the new width for a moment.
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await expect.poll(wider, `${page.url()} scrolls sideways at ${wide} px`).toBeLessThanOrEqual(0)
  }
}

/** Sees pages of somebody in their language, those of them that fall to the look. */
async function areIn(page: Page, lang: string, paths: string[]) {
  for (const path of paths) {
    await page.goto(path)
    await isIn(page, lang)
  }
}

test('a language is chosen without an account and without JavaScript', async ({ browserOf }) => {
  const page = await browserOf(undefined, { javaScriptEnabled: false })
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await isIn(page, 'de')
  await page.getByRole('button', { name: de.site.signIn, exact: true }).click()
  await expect(page.getByText(de.people.writeYourPassword)).toBeVisible()
  await page.goto('/')
  await page.getByRole('button', { name: 'Polski' }).click()
  await isIn(page, 'pl')
})

test('a language is chosen on the account page, without JavaScript, and mails come in it', async ({
  browserOf,
}) => {
  const person = await anEmployer()
  const page = await browserOf(person, { javaScriptEnabled: false })
  await page.goto('/account')
  await page.getByLabel('Language').selectOption('Deutsch')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText(de.ownAccount.profileSaved)
  await isIn(page, 'de')
  await page.getByLabel(de.ownAccount.newEmail).fill(`neu-${person.email}`)
  await page.getByLabel(de.ownAccount.password).fill(PASSWORD)
  await page.getByRole('button', { name: de.ownAccount.changeEmail }).click()
  await openMailedLink(page, `neu-${person.email}`, de.accountMails.confirm_emailSubject)
  await isIn(page, 'de')
  await page.context().clearCookies({ name: SESSION_COOKIE.name })
  await page.goto('/sign-in')
  await isIn(page, 'de')
})

test('pages, amounts, dates and mails are in the language of the person', async ({
  browserOf,
  contractor,
  viewport,
  colorScheme,
}) => {
  const employer = await anEmployer()
  const speak = (person: Person, language: Locale) =>
    db().user.update({ where: { id: person.actor.userId }, data: { language } })
  await Promise.all([speak(employer, 'de'), speak(contractor, 'pl')])
  const part = (paths: string[]) => partFor({ viewport, colorScheme }, paths)
  try {
    const { id: held } = await anOrder(employer, contractor, 'held')
    const { id: paid } = await anOrder(employer, contractor, 'completed')
    const german = await browserOf(employer)
    await areIn(german, 'de', part([...BUYER, `orders/${held}`, `orders/${paid}/receipt`]))
    await german.goto(`/orders/${held}`)
    await expect(german.getByText('120,00\u00a0$').first()).toBeVisible()
    const { id: placed } = await anOrder(employer, contractor, 'placed')
    await german.goto(`/orders/${placed}/checkout`)
    await isIn(german, 'de')
    await expect(german.getByRole('button', { name: '120,00\u00a0$ reservieren' })).toBeVisible()
    await german.goto(`/orders/${paid}/receipt`)
    await expect(german.getByText(de.papers.paid, { exact: true })).toBeVisible()

    const polish = await browserOf(contractor)
    await areIn(polish, 'pl', part([...SELLER, `orders/${held}`, `orders/${paid}/receipt`, ...MONEY]))
    await polish.goto('/orders')
    await expect(polish.getByRole('heading', { level: 1 })).toHaveText(pl.orders.orders)
    await expect(polish.locator('data').first()).toHaveText('120,00\u00a0USD')
    await polish.goto('/balance/statements')
    const csv = await polish.getByRole('link', { name: 'CSV' }).getAttribute('href')
    expect(await (await polish.request.get(csv ?? '')).text()).toMatch(/^\uFEFF?czas,waluta,rodzaj,/)
    await expect
      .poll(async () => {
        await polish.goto('/dev/mail')
        return polish.getByText(pl.notices.theMoneyIsHeld).count()
      })
      .toBeGreaterThan(0)
    await speak(contractor, 'de')
    await areIn(polish, 'de', part(MONEY))
  } finally {
    await speak(contractor, 'en')
  }
})

test('pages of admins are in the language of the admin', async ({
  browserOf,
  world,
  viewport,
  colorScheme,
}) => {
  const admin = { where: { id: world.admin.actor.userId } }
  await db().user.update({ ...admin, data: { language: 'de' } })
  const paths = Object.values(ADMIN_PAGES)
    .flat()
    .filter(({ as }) => as === 'admin')
    .map(visit => visit.path(world))
    // What the bank is to read is written in English for everybody, and names of Stripe's events look like keys of ours.
    .filter(path => path !== `/admin/disputes/${world.dispute}` && !path.startsWith('/admin/webhooks'))
  try {
    await areIn(await browserOf(world.admin), 'de', partFor({ viewport, colorScheme }, paths))
  } finally {
    await db().user.update({ ...admin, data: { language: 'en' } })
  }
})

test('verification asks, and refuses, in the language of whoever is verified', async ({
  browserOf,
  viewport,
  colorScheme,
}) => {
  const both = [
    { arrange: aCompany, language: 'de' },
    { arrange: () => aNewContractor('PL'), language: 'pl' },
  ] as const
  for (const { arrange, language } of partFor({ viewport, colorScheme }, [...both, ...both])) {
    const who = await arrange()
    await db().user.update({ where: { id: who.actor.userId }, data: { language } })
    const page = await browserOf(who)
    await page.goto('/onboarding/terms')
    await isIn(page, language)
    await page.goto('/onboarding')
    const { verifying, uploads } = { de, pl }[language]
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(verifying.verification)
    await page.getByRole('button', { name: verifying.acceptTerms }).click()
    await expect(page.getByText({ de, pl }[language].verifyingErrors.tickTheBox)).toBeVisible()
    await page.getByRole('button', { name: uploads.saveBank }).click()
    await expect(page.getByText(uploads.holderMissing)).toBeVisible()
    await page.locator('details').evaluateAll(all => {
      for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true
    })
    await isIn(page, language)
  }
})
