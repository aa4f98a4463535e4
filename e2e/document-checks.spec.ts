import type { Page } from '@playwright/test'
import {
  aBlankPhoto,
  aBlurredPhoto,
  aPhoto,
  aRefusedPhoto,
  aTextNamedPng,
  type Upload,
} from './support/documents.ts'
import { aContractorWithoutDocuments } from './support/people.ts'
import { expect, test } from './support/test.ts'

const identity = (page: Page) => page.getByRole('region', { name: '4. Identity document' })
const choose = (page: Page, label: string, upload: Upload) =>
  identity(page).getByLabel(label, { exact: true }).setInputFiles(upload)
const send = (page: Page) => identity(page).getByRole('button', { name: 'Send to Stripe' }).click()

/** Counts what reaches our door for documents: what is refused in the browser never does. */
function sentFrom(page: Page): string[] {
  const sent: string[] = []
  page.on('request', request => {
    if (request.url().includes('/api/onboarding/documents')) sent.push(request.url())
  })
  return sent
}

test('what is wrong with a picture is said before anything is sent', async ({ browserOf }) => {
  const page = await browserOf(await aContractorWithoutDocuments())
  const sent = sentFrom(page)
  await page.goto('/onboarding')

  await choose(page, 'Photo page', await aBlankPhoto('lid.jpg'))
  await expect(identity(page).getByText(/^This picture is nearly one colour/)).toBeVisible()
  await expect(identity(page).getByRole('checkbox')).toHaveCount(0)
  await send(page)
  await expect(identity(page).getByLabel('Photo page')).toBeFocused()

  await choose(page, 'Photo page', await aBlurredPhoto('shaky.jpg'))
  await expect(identity(page).getByText(/^This picture looks blurred/)).toBeVisible()
  await send(page)
  expect(sent).toEqual([])

  await identity(page)
    .getByRole('checkbox', { name: /^Send it anyway/ })
    .check()
  await send(page)
  await expect(identity(page).getByText(/^(Done|Stripe is checking)$/)).toBeVisible()
  expect(sent).toHaveLength(1)
  expect(sent[0]).toContain('anyway=yes')
})

test('a card asks for both sides, refuses one file for both, and goes on in another browser', async ({
  browserOf,
  guard,
}) => {
  guard.expect(/ERR_FAILED/)
  const contractor = await aContractorWithoutDocuments()
  const page = await browserOf(contractor)
  await page.goto('/onboarding')
  await expect(identity(page).getByLabel('Back', { exact: true })).toHaveCount(0)
  await identity(page).getByRole('radio', { name: 'ID card' }).check()
  const front = await aPhoto('front.jpg')
  await choose(page, 'Front', front)
  await choose(page, 'Back', front)
  await expect(identity(page).getByText(/^This is the same file as the other side/)).toBeVisible()

  await page.route('**/api/onboarding/documents?*side=back*', route => route.abort())
  await choose(page, 'Back', await aPhoto('back.jpg'))
  await send(page)
  await expect(identity(page).getByText('Arrived at Stripe')).toBeVisible()
  await expect(identity(page).getByText(/^The connection broke/)).toBeVisible()
  await page.close()

  const later = await browserOf(contractor)
  const sent = sentFrom(later)
  await later.goto('/onboarding')
  await expect(identity(later).getByRole('radio', { name: 'ID card' })).toBeChecked()
  await expect(identity(later).getByText('Arrived at Stripe')).toBeVisible()
  await choose(later, 'Back', await aPhoto('back.jpg'))
  await send(later)
  await expect(identity(later).getByText(/^(Done|Stripe is checking)$/)).toBeVisible()
  expect(sent).toHaveLength(1)
})

test('a refused document says why, what to do and how many tries are left; the same file is not sent again', async ({
  browserOf,
  guard,
  stripe,
}) => {
  guard.expect(/status of 4\d\d/)
  const page = await browserOf(await aContractorWithoutDocuments())
  await page.goto('/onboarding')
  const expired = await aRefusedPhoto('passport.jpg', 'expired')
  await choose(page, 'Photo page', expired)
  await send(page)
  // The page shows by itself what Stripe says, so that it may have been refused before anybody has looked.
  await expect(identity(page).getByText(/^(Done|Stripe is checking|Needs another try)$/)).toBeVisible()
  await stripe.advanceClock({ days: 1 })
  await page.reload()

  await expect(identity(page).getByText('Needs another try')).toBeVisible()
  await expect(
    identity(page).getByText('The document has expired. Send a different, valid document.'),
  ).toBeVisible()
  await expect(
    identity(page).getByText('Stripe looks at 9 more documents here.', { exact: false }),
  ).toBeVisible()
  const toDo = page.getByRole('region', { name: 'There are steps left to do' })
  await toDo.getByRole('link', { name: 'Go to “Identity document”' }).click()
  await expect(page).toHaveURL(/#identity$/)

  const sent = sentFrom(page)
  await choose(page, 'Photo page', expired)
  await expect(identity(page).getByText(/^You have sent this very file before/)).toBeVisible()
  await choose(page, 'Photo page', aTextNamedPng())
  await expect(identity(page).getByText(/^This is not a photo/)).toBeVisible()
  await send(page)
  expect(sent).toEqual([])
  await choose(page, 'Photo page', await aPhoto('passport.jpg'))
  await send(page)
  await expect(identity(page).getByText(/^(Done|Stripe is checking)$/)).toBeVisible()
})
