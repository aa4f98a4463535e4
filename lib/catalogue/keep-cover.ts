import { db } from '../db.ts'
import { redrawPicture } from '../redraw-picture.ts'
import { ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { CoverErrorCode } from './model.ts'
import { findOwnListing } from './own-listing.ts'

const SIZE = { width: 1200, height: 675 }
const LEAST = { width: 640, height: 360 }

/** Gives a listing of the contractor's own a picture, in place of the one it had. `bytes` is the file as it was sent. */
export async function keepCover(
  actor: Actor,
  listingId: string,
  bytes: Buffer,
): Promise<Result<{ listingId: string }, CoverErrorCode>> {
  const own = await findOwnListing(actor, listingId)
  if (!own.ok) return own
  const picture = await redrawPicture(bytes, SIZE, LEAST)
  if (!picture.ok) return picture
  await db().listingCover.upsert({
    where: { listingId },
    create: { listingId, ...picture.value },
    update: picture.value,
  })
  return ok({ listingId })
}
