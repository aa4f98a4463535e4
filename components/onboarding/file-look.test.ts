import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { lookAtFile } from './file-look.ts'

function image(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: 'teal' } })
}

const file = (bytes: Uint8Array | string, name: string) => new File([bytes as BlobPart], name)

describe('a look at a file before it is sent', () => {
  test('finds nothing against a photo, also behind what a camera wrote before it', async () => {
    const jpeg = await image(1200, 800)
      .jpeg()
      .withExif({ IFD0: { Make: 'x'.repeat(30_000) } })
      .toBuffer()
    expect(await lookAtFile(file(jpeg, 'a.jpg'), 'identity')).toBeNull()
    expect(await lookAtFile(file(await image(800, 800).png().toBuffer(), 'b.png'), 'identity')).toBeNull()
  })

  test('names what the server would refuse', async () => {
    expect(await lookAtFile(file('hello', 'passport.png'), 'identity')).toBe('type_unknown')
    expect(await lookAtFile(file('', 'passport.png'), 'identity')).toBe('empty_file')
    expect(await lookAtFile(file(new Uint8Array(11 * 1024 * 1024), 'big.jpg'), 'identity')).toBe('too_large')
    expect(await lookAtFile(file('%PDF-1.7', 'a.pdf'), 'identity')).toBe('pdf_not_allowed')
    expect(await lookAtFile(file('%PDF-1.7', 'a.pdf'), 'additional')).toBeNull()
    expect(await lookAtFile(file('\0\0\0\u0018ftypheic', 'a.heic'), 'identity')).toBe('heic_not_allowed')
    const wide = await image(8001, 300).jpeg().toBuffer()
    expect(await lookAtFile(file(wide, 'wide.jpg'), 'identity')).toBe('too_many_pixels')
    const tiny = await image(100, 100).png().toBuffer()
    expect(await lookAtFile(file(tiny, 'tiny.png'), 'identity')).toBe('too_few_pixels')
  })
})
