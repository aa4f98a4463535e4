import { expect, type Page } from '@playwright/test'

/** Opens the link of the newest mail to an address that has one of such a subject, out of the local mailbox. */
export async function openMailedLink(page: Page, address: string, subject: string): Promise<void> {
  const mail = page
    .locator('section', { has: page.getByRole('heading', { name: subject }) })
    .filter({ hasText: `<${address}>` })
    .first()
  await expect(async () => {
    await page.goto('/dev/mail')
    await expect(mail).toBeVisible({ timeout: 500 })
  }).toPass()
  const link = /^https?:\S+$/m.exec((await mail.textContent()) ?? '')?.[0] ?? ''
  await page.goto(new URL(link).pathname)
}

/** Confirms the address of a sign-up by the mail that it sent, and goes on to where the app begins. */
export async function confirmAddress(page: Page, address: string): Promise<void> {
  await openMailedLink(page, address, 'Confirm your e-mail address')
  await page.getByRole('button', { name: 'Confirm it' }).click()
  await page.getByRole('link', { name: 'Go on' }).click()
}
