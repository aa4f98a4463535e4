import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { fail, ok, type Result } from './result.ts'

/** More pixels than any camera of today has; decoding them must not fill the memory. */
const PIXELS_MAX = 120_000_000
const FORMATS = ['jpeg', 'png', 'webp']

type Size = { width: number; height: number }

/** A picture as it is kept: WebP, and a digest that changes with it. */
export type Picture = { bytes: Uint8Array<ArrayBuffer>; digest: string }

/** Cuts a picture to one size and makes it anew, so that nothing that rode along with it is left. `least` is what it must have in pixels. */
export async function redrawPicture(
  bytes: Buffer,
  size: Size,
  least: Size,
): Promise<Result<Picture, 'not_a_picture' | 'too_small'>> {
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'truncated', sequentialRead: true })
    const { format, width, height } = await picture.metadata()
    if (!FORMATS.includes(format)) return fail('not_a_picture')
    if (width < least.width || height < least.height) return fail('too_small')
    const drawn = await picture
      .autoOrient()
      .resize(size.width, size.height, { fit: 'cover', position: 'attention' })
      .webp({ quality: 80 })
      .toBuffer()
    const digest = createHash('sha256').update(drawn).digest('base64url').slice(0, 16)
    return ok({ bytes: new Uint8Array(drawn), digest })
  } catch {
    return fail('not_a_picture')
  }
}
