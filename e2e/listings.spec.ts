import sharp from 'sharp'
import { db } from '#lib/db.ts'
import { aListing, anEmployer } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('a contractor publishes a listing with a picture, and an employer finds it and holds its price', async ({
  browserOf,
  contractor,
}) => {
  const word = `Sundial${Date.now()}`
  const seller = await browserOf(contractor)
  await seller.goto('/listings/own')
  await seller.getByRole('link', { name: 'New listing' }).click()
  await seller.getByLabel('Title').fill(`${word} for a garden`)
  await seller.getByLabel('Description').fill('Too short')
  await seller.getByLabel('Price in USD').fill('95.50')
  await seller.getByLabel('Days until delivery').fill('0')
  await seller.getByRole('button', { name: 'Save the draft' }).click()
  await expect(seller.getByText('At least 30 characters.')).toBeVisible()
  await expect(seller.getByText('At least one day.')).toBeVisible()
  await expect(seller.getByText('Choose a category.')).toBeVisible()
  await seller.getByLabel('Category').selectOption('Handcraft')
  await seller
    .getByLabel('Description')
    .fill('Drawn for the latitude of the place, engraved in slate by hand.')
  await seller.getByLabel('Days until delivery').fill('14')
  await seller.getByRole('button', { name: 'Save the draft' }).click()
  await expect(seller.getByText('Only you see it.')).toBeVisible()

  const buyer = await browserOf(await anEmployer())
  await buyer.goto(`/listings?q=${word}`)
  await expect(buyer.getByRole('heading', { name: 'No listing matches' })).toBeVisible()

  const picture = (width: number) =>
    sharp({ create: { width, height: width, channels: 3, background: 'slategrey' } })
      .png()
      .toBuffer()
  const send = async (name: string, width: number) => {
    await seller
      .getByLabel('Picture', { exact: true })
      .and(seller.locator('input'))
      .setInputFiles({ name, mimeType: 'image/png', buffer: await picture(width) })
    await seller.getByRole('button', { name: /the picture$/ }).click()
  }
  await send('small.png', 200)
  await expect(
    seller.getByText('This picture is too small. It needs 640 × 360 pixels or more.'),
  ).toBeVisible()
  await send('large.png', 900)
  await expect(seller.getByText('The picture is saved.')).toBeVisible()
  await seller.getByRole('button', { name: 'Publish it' }).click()
  await expect(seller.getByText('Employers find it and can order it.')).toBeVisible()

  await buyer.getByLabel('Category').selectOption('Music and sound')
  await buyer.getByRole('button', { name: 'Show' }).click()
  await expect(buyer).toHaveURL(/category=music/)
  await expect(buyer.getByRole('heading', { name: 'No listing matches' })).toBeVisible()
  await buyer.getByLabel('Category').selectOption('Handcraft')
  await buyer.getByRole('button', { name: 'Show' }).click()
  await buyer.getByRole('link', { name: `${word} for a garden` }).click()
  const shown = buyer.locator('main img')
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200)
  await buyer.getByLabel(/need to know/).fill('We are at 52 degrees north, and the wall faces south.')
  await buyer.getByRole('button', { name: 'Order for $95.50' }).click()
  await buyer.getByRole('button', { name: 'Hold $95.50' }).click()
  await expect(buyer.getByText(/^Due by/)).toBeVisible()
  const order = await db().order.findFirstOrThrow({ where: { title: `${word} for a garden` } })
  expect(order).toMatchObject({ amount: 9550n, deliveryDays: 14, status: 'held' })
})

test('the catalogue is an address: filters, order and page survive sharing, and work without JavaScript', async ({
  browserOf,
  contractor,
}) => {
  const page = await browserOf(await anEmployer(), { javaScriptEnabled: false })
  await page.goto('/listings')
  await page.getByLabel('Search listings').fill(contractor.name)
  await page.getByLabel('Currency').selectOption('usd')
  await page.getByLabel('Highest price').fill('500')
  await page.getByLabel('Order', { exact: true }).selectOption('cheapest')
  await page.getByRole('button', { name: 'Show' }).click()
  const { searchParams } = new URL(page.url())
  expect(Object.fromEntries(searchParams)).toMatchObject({ currency: 'usd', max: '500', sort: 'cheapest' })
  await page.goto(page.url())
  await expect(page.getByLabel('Highest price')).toHaveValue('500.00')
  await expect(page.getByLabel('Order', { exact: true })).toHaveValue('cheapest')
  await page.getByRole('link', { name: 'Clear' }).click()
  await expect(page.getByLabel('Highest price')).toHaveValue('')
})

test('somebody else’s listing can be neither opened for changes nor given a picture', async ({
  browserOf,
  contractor,
}) => {
  const buyer = await browserOf(await anEmployer())
  await buyer.goto('/listings')
  const id = await aListing(contractor)
  const origin = new URL(buyer.url()).origin
  const multipart = { cover: { name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('x') } }
  const post = (headers: Record<string, string>) =>
    buyer.request.post(`/api/listings/${id}/cover`, { multipart, headers, maxRedirects: 0 })
  expect((await post({ origin })).status()).toBe(404)
  expect((await post({ origin: 'https://elsewhere.example' })).status()).toBe(403)
  expect((await buyer.request.get(`/listings/own/${id}`)).status()).toBe(404)
})
