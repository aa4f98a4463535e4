import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { placeOrder } from '../payments/place-order.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newContractor, newEmployer } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { createListing } from './create-listing.ts'
import { editListing } from './edit-listing.ts'
import { keepCover } from './keep-cover.ts'
import { type CreateListingInput, searchListingsInput } from './model.ts'
import { publishListing } from './publish-listing.ts'
import { getListing, listOwnListings, readCover, searchListings } from './queries.ts'
import { unpublishListing } from './unpublish-listing.ts'

let contractor: Actor
let other: Actor
let employer: Actor
beforeAll(async () => {
  await startLocalStripe()
  ;[contractor, other, employer] = [await newContractor(), await newContractor(), await newEmployer()]
})

const draft = (over: Partial<CreateListingInput> = {}): CreateListingInput => ({
  requestKey: newRequestKey(),
  title: 'A poster',
  category: 'design',
  description: 'One poster, in vector form, with one round of changes.',
  amount: 12_000n,
  currency: 'usd',
  deliveryDays: 5,
  ...over,
})

async function published(over: Partial<CreateListingInput> = {}, by = contractor): Promise<string> {
  const { listingId } = expectOk(await createListing(by, draft(over)), 'create')
  expectOk(await publishListing(by, { listingId }), 'publish')
  return listingId
}

const found = async (address: Record<string, string>) =>
  (await searchListings(searchListingsInput.parse(address))).listings.map(({ title }) => title)

describe('a listing', () => {
  test('is made once by one form, as a draft that only its contractor sees', async () => {
    const input = draft({ title: 'Only a draft' })
    const made = await Promise.all([1, 2, 3].map(() => createListing(contractor, input)))
    const { listingId } = expectOk(made[0] as (typeof made)[0], 'create')
    expect(made).toEqual(Array(3).fill({ ok: true, value: { listingId } }))
    expect(await createListing(contractor, { ...input, amount: 1n })).toEqual({
      ok: false,
      error: 'request_key_reused',
    })
    expect(await found({ q: 'Only a draft' })).toEqual([])
    expect(await getListing(employer, listingId)).toBeNull()
    expect(await getListing(other, listingId)).toBeNull()
    expect(await getListing(contractor, listingId)).toMatchObject({ title: 'Only a draft' })
    expect((await listOwnListings(other)).length).toBe(0)
  })

  test('is nobody else’s to change', async () => {
    const listingId = await published()
    const refused = { ok: false, error: 'not_found' }
    const { requestKey, ...fields } = draft({ title: 'Taken over' })
    for (const actor of [other, employer]) {
      expect(await editListing(actor, { ...fields, listingId })).toEqual(refused)
      expect(await publishListing(actor, { listingId })).toEqual(refused)
      expect(await unpublishListing(actor, { listingId })).toEqual(refused)
      expect(await keepCover(actor, listingId, Buffer.from('x'))).toEqual(refused)
    }
    expect(await createListing(employer, draft())).toEqual(refused)
    expect(await createListing(contractor, draft({ currency: 'eur' }))).toEqual({
      ok: false,
      error: 'wrong_currency',
    })
  })

  test('is ordered at the price that was seen, and only while it stands', async () => {
    const listingId = await published({ title: 'A map', amount: 30_000n, deliveryDays: 9 })
    const price = { amount: 30_000n, currency: 'usd' } as const
    const seen = { title: 'A map', ...price, listingId, contractorId: contractor.userId }
    const order = () =>
      placeOrder(employer, { ...seen, requestKey: newRequestKey(), description: 'Of our valley.' })
    const { orderId } = expectOk(await order(), 'order')
    expect(await db().order.findUnique({ where: { id: orderId } })).toMatchObject({
      listingId,
      deliveryDays: 9,
      amount: 30_000n,
    })
    const { requestKey, ...fields } = draft({ title: 'A map', amount: 35_000n })
    expectOk(await editListing(contractor, { ...fields, listingId }), 'edit')
    expect(await order()).toEqual({ ok: false, error: 'listing_changed' })
    expectOk(await unpublishListing(contractor, { listingId }), 'unpublish')
    expect(await getListing(employer, listingId)).toBeNull()
    expect(
      await placeOrder(employer, {
        ...seen,
        amount: 35_000n,
        requestKey: newRequestKey(),
        description: 'Of our valley.',
      }),
    ).toEqual({ ok: false, error: 'listing_changed' })
    expect((await listOwnListings(contractor, listingId))[0]).toMatchObject({
      status: 'unpublished',
      orderCount: 1,
    })
  })

  test('goes out of the catalogue with its contractor’s right to be paid', async () => {
    const listingId = await published({ title: 'By somebody else' }, other)
    expect(await found({ q: 'somebody else' })).toEqual(['By somebody else'])
    const account = { userId: other.userId, livemode: false }
    await db().connectedAccount.updateMany({ where: account, data: { payoutsEnabled: false } })
    expect(await found({ q: 'somebody else' })).toEqual([])
    expect(await getListing(employer, listingId)).toBeNull()
    expect(await publishListing(other, { listingId })).toEqual({ ok: false, error: 'not_payable' })
    await db().connectedAccount.updateMany({ where: account, data: { payoutsEnabled: true } })
  })
})

describe('the catalogue', () => {
  test('finds by words, price, currency and days, in each order, page after page without repeats', async () => {
    for (let number = 0; number < 30; number++) {
      const price = { amount: BigInt(1000 + (number % 7) * 500), deliveryDays: 1 + (number % 4) }
      await published({ title: `Sketch ${number} 100%_sure`, ...price })
    }
    for (const sort of ['newest', 'cheapest', 'dearest', 'fastest']) {
      const seen: { id: string; amount: bigint; deliveryDays: number }[] = []
      for (let cursor: string | null = ''; cursor !== null; ) {
        const input = searchListingsInput.parse({ q: '100%_sure', sort, cursor: cursor || undefined })
        const page: Awaited<ReturnType<typeof searchListings>> = await searchListings(input)
        seen.push(...page.listings)
        cursor = page.nextCursor
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(30)
      const by = { newest: null, cheapest: 'amount', dearest: 'amount', fastest: 'deliveryDays' }[sort]
      const ranks = seen.map(one => (by === null ? 0 : Number(one[by as 'amount'])))
      expect(ranks).toEqual(ranks.toSorted((a, b) => (sort === 'dearest' ? b - a : a - b)))
    }
    const at = { q: '100%_sure' }
    expect((await found({ ...at, currency: 'usd', max: '10.00' })).length).toBe(5)
    expect((await found({ ...at, max: '10.00' })).length).toBe(12)
    expect((await found({ ...at, currency: 'eur' })).length).toBe(0)
    expect((await found({ ...at, days: '1', sort: 'no such' })).length).toBe(8)
    expect((await found({ ...at, days: '-3', max: 'x', currency: 'zzz', cursor: "1'~; DROP" })).length).toBe(
      12,
    )
    expect(await found({ q: '100%sure' })).toEqual([])
  })
})

describe('a picture', () => {
  const image = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'teal' } }).withExif({
      IFD0: { Artist: 'Somebody' },
    })

  test('is made anew in one size, seen by who sees the listing, and changes its address with itself', async () => {
    const listingId = await published({ title: 'With a picture' })
    expect((await getListing(employer, listingId))?.coverUrl).toBeNull()
    expectOk(await keepCover(contractor, listingId, await image(3000, 1000).jpeg().toBuffer()), 'keep')
    const cover = await readCover(employer, listingId)
    const meta = await sharp(cover?.bytes).metadata()
    expect(meta).toMatchObject({ format: 'webp', width: 1200, height: 675 })
    expect(meta.exif).toBeUndefined()
    const first = (await getListing(employer, listingId))?.coverUrl
    expectOk(await keepCover(contractor, listingId, await image(700, 700).negate().png().toBuffer()), 'keep')
    expect((await getListing(employer, listingId))?.coverUrl).not.toBe(first)
    expectOk(await unpublishListing(contractor, { listingId }), 'unpublish')
    expect([await readCover(employer, listingId), await readCover(other, listingId)]).toEqual([null, null])
    expect(await readCover(contractor, listingId)).not.toBeNull()
  })

  test('is refused when it is none, broken, or too small, and the old one stays', async () => {
    const listingId = await published({ title: 'Refuses' })
    const good = await image(800, 600).png().toBuffer()
    expectOk(await keepCover(contractor, listingId, good), 'keep')
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>')
    const refusals = [
      Buffer.from('%PDF-1.4'),
      svg,
      good.subarray(0, 200),
      await image(639, 900).png().toBuffer(),
    ]
    const told = await Promise.all(refusals.map(bytes => keepCover(contractor, listingId, bytes)))
    expect(told.map(result => !result.ok && result.error)).toEqual([
      'not_a_picture',
      'not_a_picture',
      'not_a_picture',
      'too_small',
    ])
    expect((await readCover(contractor, listingId))?.bytes.length).toBeGreaterThan(0)
  })
})
