import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { cardPicture, letterPicture } from '../testing/documents.ts'
import { checkDocument } from './check-document.ts'

/** What the server says of a picture, as a camera would have saved it. */
async function said(picture: Sharp, anyway = false): Promise<string> {
  const bytes = await picture.jpeg({ quality: 88 }).toBuffer()
  const checked = await checkDocument(bytes, { kind: 'identity', anyway })
  return checked.ok ? 'taken' : checked.error
}

/** Made anew between two steps, because sharp puts its steps into an order of its own. */
const settled = async (picture: Sharp) => sharp(await picture.png().toBuffer())
const noise = (mean: number, sigma: number) =>
  sharp({
    create: {
      width: 1600,
      height: 1200,
      channels: 3,
      background: 'black',
      noise: { type: 'gaussian', mean, sigma },
    },
  })

describe('a picture of a document', () => {
  test.each([
    ['a card', cardPicture],
    ['a letter of three lines', letterPicture],
  ])('%s is taken while its print can be read, and warned of when it cannot', async (_, picture) => {
    const blurred = async (sigma: number) => (await settled(picture())).blur(sigma)
    expect(await said(picture())).toBe('taken')
    expect(await said(await blurred(1))).toBe('taken')
    expect(await said(await blurred(3))).toBe('taken')
    expect(await said(await blurred(7))).toBe('looks_blurred')
    expect(await said(await blurred(15))).toBe('looks_blurred')
    expect(await said(await blurred(15), true)).toBe('taken')
  })

  test('in dim light it is taken, in the dark it is warned of', async () => {
    expect(await said(cardPicture().linear(0.4, 0))).toBe('taken')
    expect(await said(cardPicture().linear(0.15, 0))).toBe('looks_dark')
    expect(await said(cardPicture().linear(0.15, 0), true)).toBe('taken')
  })

  test('without colour it is warned of, though it is saved as a colour picture', async () => {
    const grey = (await settled(cardPicture().greyscale())).toColourspace('srgb')
    expect(await said(grey)).toBe('looks_colourless')
    expect(await said(grey, true)).toBe('taken')
  })

  test('a blank one is refused whatever one says: an empty page, a lid on the lens', async () => {
    const page = sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#fdfdfd' } })
    expect(await said(page, true)).toBe('blank_picture')
    expect(await said(noise(6, 5), true)).toBe('blank_picture')
  })
})
