import { expect, type Page } from '@playwright/test'

/** Opens the link of the newest mail of a subject to an address, out of the local mailbox, once as many as `mails` are there. */
export async function openMailedLink(page: Page, address: string, subject: string, mails = 1): Promise<void> {
  const all = page
    .locator('section', { has: page.getByRole('heading', { name: subject }) })
    .filter({ hasText: `<${address}>` })
  await expect(async () => {
    await page.goto('/dev/mail')
    await expect(all).toHaveCount(mails, { timeout: 500 })
  }).toPass()
  const link = /^https?:\S+$/m.exec((await all.first().textContent()) ?? '')?.[0] ?? ''
  await page.goto(new URL(link).pathname)
}

/** Confirms the address of a sign-up by the last of the mails that it sent, and goes on to where the app begins. */
export async function confirmAddress(page: Page, address: string, mails = 1): Promise<void> {
  await openMailedLink(page, address, 'Confirm your e-mail address', mails)
  await page.getByRole('button', { name: 'Confirm it' }).click()
  await page.getByRole('link', { name: 'Go on' }).click()
}
