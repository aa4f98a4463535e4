import { expect, test } from './support/test.ts'

test('a language is chosen without an account, and the page is in it', async ({ page, context }) => {
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByText('Zum Inhalt springen')).toHaveCount(1)
  await context.clearCookies()
})
