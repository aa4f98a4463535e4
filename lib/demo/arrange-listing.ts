import sharp from 'sharp'
import type { ListingCategory } from '../catalogue/category-model.ts'
import { createListing } from '../catalogue/create-listing.ts'
import { keepCover } from '../catalogue/keep-cover.ts'
import { publishListing } from '../catalogue/publish-listing.ts'
import { newRequestKey } from '../ids.ts'
import type { Actor } from '../users/model.ts'
import { expectOk } from './expect-ok.ts'

/** Amount in minor units of US dollars; `hue` colours the picture, 0 to 359. */
export type DemoListing = {
  title: string
  category: ListingCategory
  description: string
  amount: bigint
  deliveryDays: number
  hue: number
}

/** A picture of coloured arcs, in place of a photograph that nobody has taken. */
function picture(hue: number): Promise<Buffer> {
  const arcs = [0, 1, 2, 3].map(
    ring =>
      `<circle cx="${300 + ring * 170}" cy="${420 - ring * 60}" r="${330 - ring * 60}" fill="hsl(${(hue + ring * 24) % 360} 60% ${38 + ring * 12}%)" fill-opacity=".85"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675"><rect width="1200" height="675" fill="hsl(${hue} 45% 88%)"/>${arcs.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** Publishes a listing with a picture. Returns its id. */
export async function arrangeListing(contractor: Actor, { hue, ...listing }: DemoListing): Promise<string> {
  const input = { ...listing, currency: 'usd', requestKey: newRequestKey() } as const
  const { listingId } = expectOk(await createListing(contractor, input), 'write a listing')
  expectOk(await keepCover(contractor, listingId, await picture(hue)), 'give it a picture')
  expectOk(await publishListing(contractor, { listingId }), 'publish it')
  return listingId
}
