import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkDocument } from './check-document.ts'
import { DOCUMENT_BYTES_MAX } from './document-model.ts'

function picture(width: number, height: number) {
  const create = { width, height, channels: 3, background: { r: 120, g: 90, b: 40 } } as const
  return sharp({ create, limitInputPixels: false })
}

/** Stripes instead of one colour, which would be no document. */
function striped(width: number, height: number) {
  const stripe = { create: { width: 4, height, channels: 3, background: 'white' } } as const
  const at = Array.from({ length: Math.floor(width / 8) }, (_, index) => ({ left: index * 8, top: 0 }))
  return picture(width, height).composite(at.map(place => ({ input: stripe, ...place })))
}

const pdf = (body = '') =>
  Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog${body}>>endobj\ntrailer<<>>\n%%EOF\n`)

let png: Buffer
let jpeg: Buffer
beforeAll(async () => {
  png = await striped(900, 600).png().toBuffer()
  jpeg = await striped(900, 600).jpeg().toBuffer()
})

const refused = (bytes: Buffer, kind: 'identity' | 'additional' = 'identity') =>
  checkDocument(bytes, { kind, anyway: false }).then(result => (result.ok ? result.value : result.error))

describe('what a file is, by its content', () => {
  test('JPEG and PNG are taken for either document', async () => {
    expect(await refused(png)).toBe('image/png')
    expect(await refused(jpeg)).toBe('image/jpeg')
    expect(await refused(png, 'additional')).toBe('image/png')
  })

  test('a text file is no photo, whatever its name', async () => {
    expect(await refused(Buffer.from('I am passport.png, trust me.'))).toBe('type_unknown')
  })

  test('a PDF serves as additional document and never as identity', async () => {
    expect(await refused(pdf())).toBe('pdf_not_allowed')
    expect(await refused(pdf(), 'additional')).toBe('application/pdf')
    expect(await refused(pdf('/Encrypt 2 0 R'), 'additional')).toBe('pdf_locked')
    expect(await refused(pdf().subarray(0, 20), 'additional')).toBe('pdf_broken')
  })

  test('other kinds of image are named as such', async () => {
    const [gif, webp] = await Promise.all([
      picture(300, 300).gif().toBuffer(),
      picture(300, 300).webp().toBuffer(),
    ])
    expect(await refused(gif)).toBe('type_not_allowed')
    expect(await refused(webp)).toBe('type_not_allowed')
    expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).not.toBe('image/png')
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from('ftypheic\0\0\0\0mif1heic'),
      Buffer.alloc(64),
    ])
    expect(await refused(heic)).toBe('heic_not_allowed')
  })
})

describe('what only looks like an image', () => {
  test('a PNG signature before a page of script, or before nothing', async () => {
    const signature = png.subarray(0, 8)
    expect(await refused(Buffer.concat([signature, Buffer.from('<script>alert(1)</script>')]))).not.toMatch(
      /^image/,
    )
    expect(await refused(signature)).not.toMatch(/^image\//)
  })

  test('a PNG with another file behind its end', async () => {
    expect(await refused(Buffer.concat([png, Buffer.from('PK\u0003\u0004 a zip rides along')]))).toBe(
      'image_broken',
    )
  })

  test('an image that was cut off', async () => {
    expect(await refused(jpeg.subarray(0, jpeg.length / 2))).toBe('image_broken')
    expect(await refused(png.subarray(0, png.length - 40))).toBe('image_broken')
  })

  test('a PDF that begins like a PDF and ends like a PNG is judged as the PDF it is', async () => {
    expect(await refused(Buffer.concat([pdf(), png]))).toBe('pdf_not_allowed')
  })
})

describe('how large and in what colours', () => {
  test('8000 pixels a side are taken, 8001 are not', async () => {
    expect(await refused(await striped(8000, 300).png().toBuffer())).toBe('image/png')
    expect(await refused(await picture(8001, 300).png().toBuffer())).toBe('too_many_pixels')
    expect(await refused(await picture(300, 8001).jpeg().toBuffer())).toBe('too_many_pixels')
  })

  test('a bomb of pixels is refused before it is opened', async () => {
    const bomb = await picture(20_000, 20_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(DOCUMENT_BYTES_MAX)
    const before = process.memoryUsage().rss
    expect(await refused(bomb)).toBe('too_many_pixels')
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  test('a thumbnail and a black and white copy are refused', async () => {
    expect(await refused(await picture(199, 400).png().toBuffer())).toBe('too_few_pixels')
    const grey = await striped(400, 400).greyscale().toColourspace('b-w').jpeg().toBuffer()
    expect(await refused(grey, 'additional')).toBe('looks_colourless')
    expect(await refused(grey)).toBe('not_in_colour')
  })
})
