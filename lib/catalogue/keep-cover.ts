import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { CoverErrorCode } from './model.ts'
import { findOwnListing } from './own-listing.ts'

const WIDTH = 1200
const HEIGHT = 675
const LEAST = { width: 640, height: 360 }
/** More pixels than any camera of today has; decoding them must not fill the memory. */
const PIXELS_MAX = 120_000_000
const FORMATS = ['jpeg', 'png', 'webp']

/** The picture as it is kept: cut to one form, and made anew, so that nothing that rode along with it is left. */
async function redrawn(bytes: Buffer): Promise<Result<Buffer, CoverErrorCode>> {
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'truncated', sequentialRead: true })
    const { format, width, height } = await picture.metadata()
    if (!FORMATS.includes(format)) return fail('not_a_picture')
    if (width < LEAST.width || height < LEAST.height) return fail('too_small')
    return ok(
      await picture
        .autoOrient()
        .resize(WIDTH, HEIGHT, { fit: 'cover', position: 'attention' })
        .webp({ quality: 80 })
        .toBuffer(),
    )
  } catch {
    return fail('not_a_picture')
  }
}

/** Gives a listing of the contractor's own a picture, in place of the one it had. `bytes` is the file as it was sent. */
export async function keepCover(
  actor: Actor,
  listingId: string,
  bytes: Buffer,
): Promise<Result<{ listingId: string }, CoverErrorCode>> {
  const own = await findOwnListing(actor, listingId)
  if (!own.ok) return own
  const picture = await redrawn(bytes)
  if (!picture.ok) return picture
  const digest = createHash('sha256').update(picture.value).digest('base64url').slice(0, 16)
  const data = { bytes: new Uint8Array(picture.value), digest }
  await db().listingCover.upsert({
    where: { listingId },
    create: { listingId, ...data },
    update: data,
  })
  return ok({ listingId })
}
