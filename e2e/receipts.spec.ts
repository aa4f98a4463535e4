import { anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('a paid order has a receipt for its employer and a statement for its contractor, as a page and as a PDF', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer()
  const { id } = await anOrder(employer, contractor, 'completed')
  const open = await anOrder(employer, contractor, 'held')
  for (const [person, word, total] of [
    [employer, 'Receipt', '$120.00'],
    [contractor, 'Statement', '$108.00'],
  ] as const) {
    const page = await browserOf(person)
    await page.goto(`/orders/${id}`)
    await page.getByRole('link', { name: word }).click()
    await expect(page.getByRole('heading', { name: new RegExp(`^${word} \\d+$`) })).toBeVisible()
    await expect(page.locator('main data').last()).toContainText(total)
    const link = page.getByRole('link', { name: 'Download as PDF' })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${word.toLowerCase()}-\\d+\\.pdf$`))
    expect((await page.request.get(`/orders/${open.id}/receipt`)).status()).toBe(404)
    const pdf = await page.request.get(`/api/orders/${id}/receipt`)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  }
  const stranger = await browserOf(await anEmployer())
  expect((await stranger.request.get(`/api/orders/${id}/receipt`)).status()).toBe(404)
})
