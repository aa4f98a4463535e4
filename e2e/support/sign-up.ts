import { expect, type Page } from '@playwright/test'
import { confirmAddress } from './mailbox.ts'
import type { newcomer } from './people.ts'

/** Signs somebody up from the start page and confirms their address. `choice` is the link there, `landing` the page that it leads to. */
export async function signUpByForm(
  page: Page,
  person: ReturnType<typeof newcomer>,
  choice: string,
  landing: string,
): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: choice }).click()
  await page.getByLabel('Your name or company').fill(person.displayName)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  const country = page.getByLabel('Country you live in')
  if (await country.isVisible()) await country.selectOption('United States')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: landing, level: 1 })).toBeVisible()
  await confirmAddress(page, person.email)
  await expect(page.getByRole('heading', { name: landing, level: 1 })).toBeVisible()
}

/** Fills in the sign-in form and sends it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
