import type { Page } from '@playwright/test'
import { db } from '#lib/db.ts'
import { anAdmin, anEmployerWithoutCard, newcomer, PASSWORD } from './support/people.ts'
import { expect, test } from './support/test.ts'

async function signUp(
  page: Page,
  role: string,
  country?: string,
): Promise<{ email: string; displayName: string }> {
  const { displayName, email } = newcomer('Nora')
  await page.goto('/sign-up')
  await page.getByText(role).click()
  await page.getByLabel('Your name or company').fill(displayName)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  if (country) await page.getByLabel('Country you live in').selectOption({ label: country })
  await page.getByRole('button', { name: 'Create account' }).click()
  return { email, displayName }
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test('somebody signs up, signs out, and signs in to the page that was asked for', async ({
      browserOf,
    }) => {
      const page = await browserOf(undefined, { javaScriptEnabled })
      const { email, displayName } = await signUp(page, 'I order work')
      await expect(page).toHaveURL(/\/orders$/)

      const cookies = await page.context().cookies()
      expect(cookies).toMatchObject([
        { name: '__Host-holdfast.session', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' },
      ])
      await page.getByRole('button', { name: `Account: ${displayName}` }).click()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page).toHaveURL(/\/$/)
      expect(await page.context().cookies()).toEqual([])

      await page.goto('/orders?status=held')
      await expect(page).toHaveURL(/\/sign-in\?next=/)
      await signIn(page, email.toUpperCase())
      await expect(page).toHaveURL(/\/orders\?status=held$/)

      await page.context().addCookies(cookies)
      await page.goto('/orders')
      await expect(page, 'the cookie from before signing out opens nothing').toHaveURL(/\/sign-in\?next=/)
    })

    test('a form that is refused marks what is wrong and keeps what was typed, but no password', async ({
      browserOf,
    }) => {
      const page = await browserOf(undefined, { javaScriptEnabled })
      await page.goto('/sign-up?role=contractor')
      await page.getByLabel('Your name or company').fill('Ada & Söhne')
      await page.getByLabel('E-mail address').fill('not an address')
      await page.getByLabel('Password').fill('Password1234')
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'Check the marked fields.' })).toBeVisible()
      await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/Write an e-mail address/)
      await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Too easy to guess/)
      await expect(page.getByLabel('Country you live in')).toHaveAccessibleDescription(/Choose the country/)
      await expect(page.getByLabel('Your name or company')).toHaveValue('Ada & Söhne')
      await expect(page.getByLabel('E-mail address')).toHaveValue('not an address')
      await expect(page.getByLabel('Password')).toHaveValue('')
      await expect(page.getByLabel('I do the work')).toBeChecked()
    })
  })
}

test('a contractor lands where the next step is', async ({ browserOf }) => {
  const page = await browserOf()
  await signUp(page, 'I do the work', 'Germany')
  await expect(page).toHaveURL(/\/onboarding$/)
})

test('wrong passwords are counted for the account and the connection, whatever address a client claims', async ({
  browserOf,
  request,
}) => {
  const { email } = await anEmployerWithoutCard()
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const answerTo = async (address: string, claim: number) => {
    const response = await request.post('/api/auth/callback/credentials', {
      headers: { 'x-forwarded-for': `198.51.100.${claim}, 203.0.113.${claim}` },
      form: { csrfToken, email: address, password: 'not the password 1', json: 'true' },
    })
    const error = new URL((await response.json()).url).searchParams.get('error')
    expect(response.headers()['retry-after']).toBe(error === 'too_many_tries' ? '60' : undefined)
    return error
  }
  await db().rateLimit.deleteMany()
  const ofAccount = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(claim => answerTo(email, claim)))
  const others = Array.from({ length: 18 }, (_, i) => answerTo(`nobody${i}@example.test`, i))
  const ofConnection = await Promise.all(others)
  expect(ofAccount.filter(error => error === 'wrong_credentials')).toHaveLength(5)
  expect(ofAccount.filter(error => error === 'too_many_tries')).toHaveLength(2)
  expect(ofConnection.filter(error => error === 'wrong_credentials')).toHaveLength(13)
  expect(ofConnection.filter(error => error === 'too_many_tries')).toHaveLength(5)

  const page = await browserOf()
  await page.goto('/sign-in')
  await signIn(page, email)
  await expect(page.locator('form').getByRole('alert')).toContainText('Too many tries. Wait a minute')
  await db().rateLimit.deleteMany()
})

test('what happens to an account counts from the next request on', async ({ browserOf, guard }) => {
  guard.expect(/404/)
  const admin = await anAdmin()
  const page = await browserOf(admin)
  await page.goto('/admin/orders')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All orders')

  await db().user.update({ where: { id: admin.actor.userId }, data: { role: 'EMPLOYER', adminRole: null } })
  await page.goto('/admin/orders')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here')

  await db().user.update({ where: { id: admin.actor.userId }, data: { suspendedAt: new Date() } })
  await page.goto('/orders')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signIn(page, admin.email)
  await expect(page.locator('form').getByRole('alert')).toContainText('suspended')
})

test('nobody is sent to another site after signing in', async ({ browserOf, stack }) => {
  const { email } = await anEmployerWithoutCard()
  for (const next of ['//evil.example', '/\\evil.example', '/%2f%2fevil.example']) {
    const page = await browserOf(undefined, { javaScriptEnabled: false })
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.locator('input[name=next]').evaluate((input: HTMLInputElement, value) => {
      input.value = value
    }, next)
    await signIn(page, email)
    await expect(page).toHaveURL(`${stack.webUrl}/orders`)
  }
})
