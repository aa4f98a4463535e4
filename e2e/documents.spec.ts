import { writeFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { newRequestKey } from '#lib/ids.ts'
import { aPdf, aPhoto, aPhotoOf11Megabytes, aTextNamedPng, type Upload } from './support/documents.ts'
import { aContractorWithoutDocuments, anEmployer } from './support/people.ts'
import { expect, test } from './support/test.ts'

const identityStep = (page: Page) => page.getByRole('region', { name: '4. Identity document' })
const additionalStep = (page: Page) => page.getByRole('region', { name: '5. Additional document' })
const send = (step: Locator) => step.getByRole('button', { name: 'Send to Stripe' }).click()

/** Sends a file to the door behind the form, as somebody would who goes around the page. */
async function postPassport(page: Page, upload: Upload): Promise<{ status: number; message: string }> {
  const query = new URLSearchParams({
    requestKey: newRequestKey(),
    kind: 'identity',
    type: 'passport',
    side: 'front',
  })
  const { origin } = new URL(page.url())
  const response = await page.request.post(`/api/onboarding/documents?${query}`, {
    data: upload.buffer,
    headers: { origin, 'content-type': 'application/octet-stream' },
  })
  const { message } = (await response.json()) as { message: string }
  return { status: response.status(), message }
}

/** Nothing has reached Stripe: the step still asks for the document. */
async function expectStillToDo(page: Page): Promise<void> {
  await page.reload()
  await expect(identityStep(page).getByText('To do', { exact: true })).toBeVisible()
}

test('a text file that is named .png is refused by the page and by the server', async ({ browserOf }) => {
  const page = await browserOf(await aContractorWithoutDocuments())
  await page.goto('/onboarding')
  await identityStep(page).getByLabel('Photo page').setInputFiles(aTextNamedPng())
  await send(identityStep(page))

  const words = /^This is not a photo, whatever its name says\./
  await expect(identityStep(page).getByText(words)).toBeVisible()
  await expect(identityStep(page).getByLabel('Photo page')).toHaveAttribute('aria-invalid', 'true')
  const answer = await postPassport(page, aTextNamedPng())
  expect(answer.status).toBe(415)
  expect(answer.message).toMatch(words)
  await expectStillToDo(page)
})

test('an image of 11 MB is refused by the page and by the server', async ({ browserOf }) => {
  const page = await browserOf(await aContractorWithoutDocuments())
  await page.goto('/onboarding')
  const photo = await aPhotoOf11Megabytes()
  expect(photo.buffer.byteLength).toBeGreaterThan(11 * 1024 * 1024)
  const file = test.info().outputPath(photo.name)
  writeFileSync(file, photo.buffer)
  await identityStep(page).getByLabel('Photo page').setInputFiles(file)
  await send(identityStep(page))

  const words = 'This file is larger than 10 MB. Choose a smaller photo or scan.'
  await expect(identityStep(page).getByText(words)).toBeVisible()
  expect(await postPassport(page, photo)).toEqual({ status: 413, message: words })
  await expectStillToDo(page)
})

test('a PDF is refused as a passport', async ({ browserOf }) => {
  const page = await browserOf(await aContractorWithoutDocuments())
  await page.goto('/onboarding')
  await identityStep(page).getByLabel('Photo page').setInputFiles(aPdf('passport.pdf'))
  await send(identityStep(page))

  const words = /^An identity document cannot be a PDF/
  await expect(identityStep(page).getByText(words)).toBeVisible()
  const answer = await postPassport(page, aPdf('passport.jpg'))
  expect(answer.status).toBe(415)
  expect(answer.message).toMatch(words)
  await expectStillToDo(page)
})

test('a passport without the additional document is not enough, a PDF as proof of address completes it', async ({
  browserOf,
}) => {
  const contractor = await aContractorWithoutDocuments()
  const page = await browserOf(contractor)
  await page.goto('/onboarding')
  await identityStep(page)
    .getByLabel('Photo page')
    .setInputFiles(await aPhoto('passport.jpg'))
  await send(identityStep(page))

  await expect(identityStep(page).getByText('Done', { exact: true })).toBeVisible()
  await expect(page.getByText('Still missing: your additional document.')).toBeVisible()
  await expect(page.getByText('Employers cannot order from you yet.')).toBeVisible()

  const shop = await browserOf(await anEmployer())
  await shop.goto('/contractors')
  await shop.getByRole('searchbox', { name: 'Search contractors' }).fill(contractor.name)
  await shop.getByRole('button', { name: 'Search' }).click()
  await expect(shop.getByRole('heading', { name: `Nobody matches “${contractor.name}”` })).toBeVisible()
  const response = await shop.request.get(`/contractors/${contractor.actor.userId}/order`)
  expect(response.status()).toBe(404)

  await additionalStep(page).getByRole('radio', { name: 'Proof of address' }).check()
  await additionalStep(page).getByLabel('Document', { exact: true }).setInputFiles(aPdf('bank-statement.pdf'))
  await send(additionalStep(page))
  await expect(page.getByRole('region', { name: 'You are verified' })).toBeVisible()
  await shop.reload()
  await expect(shop.getByRole('link', { name: `Order from ${contractor.name}` })).toBeVisible()
})
