import { Secret, TOTP } from 'otpauth'
import { db } from '#lib/db.ts'
import { confirmAddress, openMailedLink } from './support/mailbox.ts'
import { anEmployerWithoutCard, newcomer, PASSWORD } from './support/people.ts'
import { signIn } from './support/sign-up.ts'
import { expect, test } from './support/test.ts'

const NEW_PASSWORD = 'a short watch on a wild night'

for (const javaScriptEnabled of [true, false]) {
  test(`a forgotten password is replaced by a link, once${javaScriptEnabled ? '' : ', without JavaScript'}`, async ({
    browserOf,
  }) => {
    const person = await anEmployerWithoutCard()
    const elsewhere = await browserOf(person)
    await elsewhere.goto('/orders')
    const page = await browserOf(undefined, { javaScriptEnabled })
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgotten your password?' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose a new password')
    await page.getByLabel('E-mail address').fill(person.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByRole('status')).toContainText(`If ${person.email} has an account`)
    await openMailedLink(page, person.email, 'Choose a new password')
    const address = page.url()
    await page.getByLabel('New password').fill('too short')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/At least 12 characters/)
    await page.getByLabel('New password').fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Change the password' }).click()
    await expect(page.getByRole('status')).toContainText('Your password is changed')
    await signIn(page, person.email, NEW_PASSWORD)
    await expect(page).toHaveURL(/\/orders$/)
    await elsewhere.goto('/orders')
    await expect(elsewhere, 'whoever was signed in is out').toHaveURL(/\/sign-in\?next=/)
    await page.goto(address)
    await expect(page.getByText('This link does not work any more')).toBeVisible()
    await openMailedLink(page, person.email, 'Your password was changed')
    await db().rateLimit.deleteMany()
  })
}

test('one sees where one is signed in, and signs other devices out', async ({ browserOf }) => {
  const person = await anEmployerWithoutCard()
  const phone = await browserOf(undefined, { userAgent: 'Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1' })
  await signIn(phone, person.email, PASSWORD)
  await expect(phone).toHaveURL(/\/orders$/)
  const page = await browserOf(undefined)
  await signIn(page, person.email, PASSWORD)
  // The menu closes when the page changes.
  await expect(page).toHaveURL(/\/orders$/)
  await page.getByRole('button', { name: /^Account:/ }).click()
  await page.getByRole('link', { name: 'Security' }).click()
  const devices = page.getByRole('list', { name: 'Devices that are signed in' })
  await expect(devices.getByRole('listitem')).toHaveCount(3)
  await devices.getByRole('button', { name: /^Sign out Safari on iPhone/ }).click()
  await expect(page.getByRole('status')).toContainText('That device is signed out.')
  await phone.goto('/orders')
  await expect(phone).toHaveURL(/\/sign-in\?next=/)
  await page.getByRole('button', { name: 'Sign out every other device' }).click()
  await expect(devices.getByRole('listitem')).toHaveCount(1)
})

test('a second factor is set up and asked for, without JavaScript too', async ({ browserOf }) => {
  const person = await anEmployerWithoutCard()
  const page = await browserOf(undefined, { javaScriptEnabled: false })
  await signIn(page, person.email, PASSWORD)
  await page.goto('/account/security/two-factor')
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.getByRole('img', { name: 'QR code for your authenticator' })).toBeVisible()
  const key = ((await page.locator('p.font-mono').textContent()) ?? '').replaceAll(' ', '')
  const totp = new TOTP({ secret: Secret.fromBase32(key) })
  const code = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 })
  await page.getByLabel('Code it shows').fill(code(-1))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  await expect(page.getByRole('status')).toContainText('Two-factor sign-in is on.')
  const recovery = await page
    .getByRole('list', { name: 'Recovery codes' })
    .getByRole('listitem')
    .allTextContents()
  expect(recovery).toHaveLength(10)

  for (const [answer, javaScriptEnabled] of [
    [code(1), true],
    [recovery[0] ?? '', false],
  ] as const) {
    const other = await browserOf(undefined, { javaScriptEnabled })
    await signIn(other, person.email, PASSWORD)
    await expect(other).toHaveURL(/\/sign-in\/code/)
    await other.goto('/orders')
    await expect(other, 'half signed in is not signed in').toHaveURL(/\/sign-in\?next=/)
    await other.goto('/sign-in/code?next=%2Foffers')
    await other.getByLabel('Code').fill('000000')
    await other.getByRole('button', { name: 'Sign in' }).click()
    await expect(other.locator('form').getByRole('alert')).toContainText('That code does not fit')
    await other.getByLabel('Code').fill(answer)
    await other.getByRole('button', { name: 'Sign in' }).click()
    await expect(other).toHaveURL(/\/offers$/)
  }

  await page.goto('/account/security/two-factor')
  await expect(page.getByText('9 of them are unused.')).toBeVisible()
  const off = page.locator('section', { has: page.getByRole('heading', { name: 'Turn it off' }) })
  await off.getByLabel('Password').fill(PASSWORD)
  await off.getByLabel('Code').fill(recovery[1] ?? '')
  await off.getByRole('button', { name: 'Turn it off' }).click()
  await expect(page.getByRole('status')).toContainText('Two-factor sign-in is off')
})

test('until the address is confirmed nothing is promised; then it can be changed', async ({
  browserOf,
  contractor,
}) => {
  const { displayName, email, password } = newcomer('Una')
  const page = await browserOf(undefined, { javaScriptEnabled: false })
  await page.goto('/sign-up')
  await page.getByLabel('Your name or company').fill(displayName)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  const banner = page.getByRole('complementary', { name: 'E-mail address' })
  await expect(banner).toContainText(email)
  const order = async () => {
    await page.goto(`/contractors/${contractor.actor.userId}/order`)
    await page.getByLabel('Title').fill('A sign')
    await page.getByLabel('What is to be done?').fill('Two letters in white.')
    await page.getByLabel('Amount in USD').fill('50')
    await page.getByRole('button', { name: 'Place order' }).click()
  }
  await order()
  await expect(page.locator('main').getByRole('alert')).toContainText('Confirm your e-mail address first')
  await banner.getByRole('button', { name: 'Send it again' }).click()
  await expect(banner.getByRole('status')).toContainText(`Another link is on its way to ${email}`)
  // Only the newest link confirms: the one of the sign-up ended when another was asked for.
  await confirmAddress(page, email, 2)
  await expect(banner).toBeHidden()
  await order()
  await expect(page).toHaveURL(/\/orders\/ord_\w+\/checkout$/)

  await page.goto('/account')
  await page.getByLabel('Your name or company').fill(`${displayName} & Daughters`)
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Your profile is saved.')
  await expect(page.getByRole('button', { name: `Account: ${displayName} & Daughters` })).toBeVisible()
  const begun = page.getByRole('list', { name: 'Devices that are signed in' }).locator('time').first()
  await page.goto('/account/security')
  const at = new Date((await begun.getAttribute('datetime')) ?? '')
  const tokyo = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Tokyo' }).format(at)
  await expect(begun).toContainText(tokyo)
  await expect(begun).toHaveAttribute('title', /UTC$/)

  await page.goto('/account')
  await page.getByLabel('New e-mail address').fill(`new-${email}`)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Change the address' }).click()
  await expect(page.getByRole('status')).toContainText(`A link is on its way to new-${email}`)
  await openMailedLink(page, `new-${email}`, 'Confirm your new e-mail address')
  await page.getByRole('button', { name: 'Confirm it' }).click()
  await expect(page.getByRole('status')).toContainText('Your e-mail address is confirmed.')
  await openMailedLink(page, email, 'Your e-mail address was changed')
  await signIn(await browserOf(), `new-${email}`, password)
})
