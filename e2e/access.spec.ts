import { createHmac } from 'node:crypto'
import { db } from '#lib/db.ts'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { SIGN_IN_ERRORS } from '#lib/users/model.ts'
import { SESSION_COOKIE } from '#lib/users/session-token.ts'
import { anEmployer, anEmployerWithoutCard, anOrder, PASSWORD } from './support/people.ts'
import { expect, test } from './support/test.ts'

const NOT_FOUND = 'There is nothing here'
const UNKNOWN_ORDER = 'ord_00000000000000000000000000'

test('another employer’s order looks like one that does not exist', async ({
  browserOf,
  contractor,
  guard,
}) => {
  guard.expect(/status of 404/)
  const order = await anOrder(await anEmployer(), contractor, 'held')
  const page = await browserOf(await anEmployer())
  for (const path of ['', '/checkout', '/renew']) {
    const foreign = await page.goto(`/orders/${order.id}${path}`)
    expect(foreign?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: NOT_FOUND })).toBeVisible()
    const words = await page.getByRole('main').textContent()
    expect(words).not.toContain(order.title)

    const unknown = await page.goto(`/orders/${UNKNOWN_ORDER}${path}`)
    expect(unknown?.status()).toBe(404)
    expect(await page.getByRole('main').textContent()).toBe(words)
  }
  await page.goto('/orders')
  await expect(page.getByRole('heading', { name: 'No orders yet' })).toBeVisible()
})

test('a signed-out visitor is asked to sign in and comes back to the page', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer()
  const order = await anOrder(employer, contractor, 'held')
  const page = await browserOf()
  await page.goto(`/orders/${order.id}`)
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
  await expect(page.getByText(order.title)).toBeHidden()

  await page.getByLabel('E-mail address').fill(employer.email)
  await page.getByLabel('Password').fill('not the password at all')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText(wordsIn('en').say(SIGN_IN_ERRORS.wrong_credentials.message))).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue(employer.email)

  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: order.title })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/orders/${order.id}$`))
})

test('signing out ends the session: the old cookie opens nothing', async ({ browserOf, stack }) => {
  const person = await anEmployerWithoutCard()
  const page = await browserOf(person)
  await page.goto('/orders')
  const cookies = await page.context().cookies()
  const old = cookies.filter(cookie => cookie.name === SESSION_COOKIE.name)
  expect(old).toHaveLength(1)

  await page.getByRole('button', { name: `Account: ${person.name}` }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(`${stack.webUrl}/`)
  expect((await page.context().cookies()).map(cookie => cookie.name)).not.toContain(SESSION_COOKIE.name)

  const thief = await browserOf()
  await thief.context().addCookies(old)
  await thief.goto('/orders')
  await expect(thief.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
})

test('a webhook with a wrong signature is refused and not stored', async ({ request }) => {
  const body = JSON.stringify({
    id: `evt_forged_${Date.now()}`,
    object: 'event',
    type: 'payment_intent.succeeded',
    livemode: false,
    created: Math.floor(Date.now() / 1000),
    data: { object: { id: 'pi_forged', object: 'payment_intent' } },
  })
  const at = Math.floor(Date.now() / 1000)
  const sign = (secret: string, moment: number) =>
    `t=${moment},v1=${createHmac('sha256', secret).update(`${moment}.${body}`).digest('hex')}`
  const forged = [sign('whsec_guessed', at), sign('whsec_local', at - 3600), 't=1,v1=00', '']
  for (const signature of forged) {
    const response = await request.post('/api/webhooks/stripe', {
      data: body,
      headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    })
    expect(response.status(), `with the signature "${signature}"`).toBe(400)
  }
  expect(await db().stripeEvent.count({ where: { stripeEventId: { startsWith: 'evt_forged' } } })).toBe(0)
})
