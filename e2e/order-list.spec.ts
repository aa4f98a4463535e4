import { anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('orders are narrowed and put in order by the address, and exported as they are listed', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer()
  for (const amount of [9_000n, 31_000n, 20_000n]) await anOrder(employer, contractor, 'placed', amount)
  await anOrder(employer, contractor, 'held', 25_000n)
  const page = await browserOf(employer)
  await page.goto('/orders')
  const amounts = () => page.getByRole('list', { name: 'Orders' }).locator('data').allInnerTexts()
  await page.getByText('Dates, amounts and order').click()
  await page.getByLabel('Currency').selectOption('usd')
  await page.getByLabel('Amount from').fill('100')
  await page.getByLabel('Order', { exact: true }).selectOption('dearest')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect.poll(amounts).toEqual(['$310.00', '$250.00', '$200.00'])
  await page.getByRole('link', { name: 'Money held', exact: true }).click()
  await expect.poll(amounts).toEqual(['$250.00'])
  await page.goBack()
  await expect.poll(amounts).toEqual(['$310.00', '$250.00', '$200.00'])

  const link = page.getByRole('link', { name: 'Export as CSV' })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toMatch(/^orders-\d{4}-\d\d-\d\d\.csv$/)
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  const lines = (await answer.body()).toString().trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFFnumber,id,placed_at,status,/)
  expect(lines.slice(1).map(line => line.split(',').slice(7, 10).join(' '))).toEqual([
    'USD 310.00 31.00',
    'USD 250.00 25.00',
    'USD 200.00 20.00',
  ])

  await page.getByRole('link', { name: 'Clear' }).click()
  await expect.poll(async () => (await amounts()).length).toBe(4)
})

test('an export is for who is signed in', async ({ page }) => {
  expect((await page.request.get('/api/orders/export')).status()).toBe(401)
})
