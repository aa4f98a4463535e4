import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import { aPerson } from '../testing/sign-up.ts'
import { keepPicture } from './keep-picture.ts'
import { getPictureUrl, readPicture } from './picture-queries.ts'
import { removePicture } from './remove-picture.ts'

beforeAll(() => startLocalStripe())

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: 'the camera of Ada' } })
    .jpeg()
    .toBuffer()

test('a picture is made anew: square, WebP, and without what the camera wrote', async () => {
  const { actor } = await aPerson()
  expect(await keepPicture(actor, await photo(400, 300))).toEqual({ ok: true, value: undefined })
  const first = await getPictureUrl(actor, actor.userId)
  const kept = Buffer.from((await readPicture(actor, actor.userId))?.bytes ?? [])
  expect(await sharp(kept).metadata()).toMatchObject({ format: 'webp', width: 256, height: 256 })
  expect(kept.includes('camera of Ada')).toBe(false)
  expect(await keepPicture(actor, await photo(300, 127))).toEqual({ ok: false, error: 'too_small' })
  for (const bytes of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '', '%PDF-1.7'])
    expect(await keepPicture(actor, Buffer.from(bytes))).toEqual({ ok: false, error: 'not_a_picture' })
  expect(await getPictureUrl(actor, actor.userId)).toBe(first)
  await removePicture(actor)
  expect(await getPictureUrl(actor, actor.userId)).toBeNull()
  const actions = await db().auditEvent.findMany({ where: { actorId: actor.userId }, orderBy: { id: 'asc' } })
  expect(actions.map(({ action }) => action).slice(-2)).toEqual([
    'user.picture_changed',
    'user.picture_removed',
  ])
})

test('is seen by partners and admins, a contractor’s by every employer, and by nobody else', async () => {
  const parties = await newParties()
  const { employer, contractor } = parties
  const [stranger, admin] = [await newEmployer(), await newAdmin()]
  for (const actor of [employer, contractor]) await keepPicture(actor, await photo(200, 200))
  const sees = async (actor: typeof admin, whose: typeof admin) =>
    (await readPicture(actor, whose.userId)) !== null && (await getPictureUrl(actor, whose.userId)) !== null
  expect(await sees(contractor, employer)).toBe(false)
  await newOrder(parties, 'placed')
  expect(await sees(contractor, employer)).toBe(true)
  expect([await sees(stranger, contractor), await sees(admin, employer)]).toEqual([true, true])
  expect(await sees(stranger, employer)).toBe(false)
})
