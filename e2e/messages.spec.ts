import { anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('the parties of an order write to each other and send files, without JavaScript too', async ({
  browserOf,
  contractor,
}) => {
  const employer = await anEmployer()
  const { id } = await anOrder(employer, contractor, 'held')
  const buyer = await browserOf(employer, { javaScriptEnabled: false })
  await buyer.goto(`/orders/${id}`)
  await buyer.getByLabel(/^Write to/).fill('Two lines,\nand a file.')
  const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Teal, please.') }
  await buyer.locator('input[type=file]').setInputFiles([notes])
  await buyer.getByRole('button', { name: 'Send' }).click()
  await expect(buyer.getByRole('list', { name: 'Messages' })).toContainText('and a file.')

  const seller = await browserOf(contractor)
  await seller.goto('/notifications')
  await seller
    .getByRole('link', { name: /You have a message/ })
    .first()
    .click()
  const file = seller.getByRole('link', { name: /notes\.txt/ })
  const [download] = await Promise.all([seller.waitForEvent('download'), file.click()])
  expect(download.suggestedFilename()).toBe('notes.txt')
  await seller.getByLabel(/^Write to/).fill('Teal it is.')
  await seller.getByRole('button', { name: 'Send' }).click()
  await expect(seller.getByText('Teal it is.')).toBeVisible()

  const address = `/api/orders/${id}/files/${(await file.getAttribute('href'))?.split('/').at(-1)}`
  const stranger = await browserOf(await anEmployer())
  await stranger.goto('/orders')
  expect((await stranger.request.get(address)).status()).toBe(404)
  const origin = new URL(stranger.url()).origin
  const multipart = { text: 'Let me in', requestKey: 'req_00000000000000000000000000000000' }
  const posted = await stranger.request.post(`/api/orders/${id}/messages`, { multipart, headers: { origin } })
  expect(posted.status()).toBe(404)
})

test('a message that is refused says why, and nothing of it is kept', async ({ browserOf, contractor }) => {
  const employer = await anEmployer()
  const { id } = await anOrder(employer, contractor, 'held')
  const page = await browserOf(employer)
  await page.goto(`/orders/${id}`)
  await page.getByLabel(/^Write to/).fill('Too much at once')
  const large = {
    name: 'large.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(11 * 1024 * 1024),
  }
  await page.locator('input[type=file]').setInputFiles([large])
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'not sent' })).toContainText('10 MB each')
  await expect(page.getByText('Nothing written yet.')).toBeVisible()
})
