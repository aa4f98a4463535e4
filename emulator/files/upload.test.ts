import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openAccount, uploadDocument } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { png } from '../testing/png.ts'

let emulator: TestEmulator
let stripe: Stripe
let account: string
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
  account = (await openAccount(stripe, 'US')).id
})
afterAll(() => emulator.stop())

it('takes an image on the account it is for, and only there is it found', async () => {
  const data = png(30, 20, 7)
  const file = await uploadDocument(stripe, account, data, 'pässport.png')
  expect(file).toMatchObject({
    object: 'file',
    purpose: 'identity_document',
    type: 'png',
    size: data.length,
    url: null,
  })
  expect(file.filename).toBe('pässport.png')
  const onAccount = { stripeAccount: account }
  expect((await stripe.files.retrieve(file.id, {}, onAccount)).id).toBe(file.id)
  await expect(stripe.files.retrieve(file.id)).rejects.toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
  const listed = await stripe.files.list({ purpose: 'identity_document' }, onAccount)
  expect(listed.data.map(each => each.id)).toContain(file.id)
})

it('keeps no bytes of it', () => {
  const rows = [...emulator.engine.store.all('_file_facts'), ...emulator.engine.store.all('file')]
  expect(rows.length).toBeGreaterThan(1)
  expect(JSON.stringify(rows.map(row => row.value))).not.toContain('IDAT')
  expect(rows.every(row => JSON.stringify(row.value).length < 1000)).toBe(true)
})

it('goes by the content, not by the name', async () => {
  const text = Buffer.from('I am no image')
  await expect(uploadDocument(stripe, account, text, 'passport.png')).rejects.toMatchObject({
    statusCode: 400,
    param: 'file',
    message: expect.stringContaining('image/jpeg, image/png'),
  })
  const pdf = await uploadDocument(stripe, account, Buffer.from('%PDF-1.7 …'), 'bill.png')
  expect(pdf.type).toBe('pdf')
})

it('has a limit of size, and 10 MB are within it', async () => {
  const large = Buffer.concat([png(30, 20, 7), Buffer.alloc(10 * 1024 * 1024)])
  await expect(uploadDocument(stripe, account, large)).rejects.toMatchObject({ code: 'file_too_large' })
  const file = await uploadDocument(stripe, account, large.subarray(0, 10 * 1024 * 1024))
  expect(file.size).toBe(10 * 1024 * 1024)
})

it('demands a purpose and whole bodies', async () => {
  const headers = { authorization: 'Bearer sk_test_local', 'content-type': 'multipart/form-data; boundary=x' }
  const send = async (body: string) => {
    const answer = await fetch(`${emulator.url}/v1/files`, { method: 'POST', headers, body })
    return [answer.status, ((await answer.json()) as { error: { param?: string; message: string } }).error]
  }
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc\r\n'
  expect(await send(`${part}--x--\r\n`)).toMatchObject([400, { param: 'purpose' }])
  expect(await send(part)).toMatchObject([400, { message: expect.stringContaining('middle of a part') }])
  expect(await send('nothing')).toMatchObject([400, { message: expect.stringContaining('boundary') }])
})

it('links to what others may read, until the link ends', async () => {
  const evidence = () => ({
    purpose: 'dispute_evidence' as const,
    file: { data: png(30, 20, 7), name: 'a.png', type: 'application/octet-stream' },
  })
  const soon = emulator.engine.clock.now() + 60
  const link = { create: true, expires_at: soon, metadata: { order: '7' } }
  const { id: file, links } = await stripe.files.create({ ...evidence(), file_link_data: link })
  const [first] = links?.data ?? []
  const { create: _, ...kept } = link
  expect(first).toMatchObject({ ...kept, object: 'file_link', expired: false, file })
  const second = await stripe.fileLinks.create({ file, expand: ['file'] })
  expect(second).toMatchObject({ expires_at: null, file: { id: file, purpose: 'dispute_evidence' } })
  const ids = async (query: Stripe.FileLinkListParams) =>
    (await stripe.fileLinks.list(query)).data.map(({ id }) => id)
  expect(await ids({ file })).toEqual([second.id, first?.id])
  await emulator.advance(61)
  expect(await ids({ file, expired: true })).toEqual([first?.id])
  const shown = await stripe.files.retrieve(file)
  expect(shown.links?.data.map(({ expired }) => expired)).toEqual([false, true])
  // A new end counts, and the one before it does not.
  const { id } = second
  const now = emulator.engine.clock.now()
  await stripe.fileLinks.update(id, { expires_at: now + 50 })
  await stripe.fileLinks.update(id, { expires_at: now + 500, metadata: { order: '8' } })
  await emulator.advance(60)
  expect(await stripe.fileLinks.retrieve(id)).toMatchObject({ expired: false, metadata: { order: '8' } })
  expect(await stripe.fileLinks.update(id, { expires_at: 'now' })).toMatchObject({ expired: true })
  const refusals = [
    [stripe.fileLinks.update(id, { metadata: {} }), { message: expect.stringContaining('Expired') }],
    [stripe.fileLinks.create({ file, expires_at: 5 }), { param: 'expires_at' }],
    [stripe.fileLinks.create({ file: 'file_no' }), { code: 'resource_missing', param: 'file' }],
    [stripe.fileLinks.retrieve('link_no'), { statusCode: 404, message: "No such file link: 'link_no'" }],
  ] as const
  for (const [call, error] of refusals) await expect(call).rejects.toMatchObject(error)
  const secret = { ...evidence(), purpose: 'identity_document' as const }
  const stored = await stripe.files.create({ ...secret, file_link_data: { create: false } })
  await expect(stripe.fileLinks.create({ file: stored.id })).rejects.toMatchObject({ param: 'file' })
  await expect(stripe.files.create({ ...secret, file_link_data: { create: true } })).rejects.toMatchObject({
    param: 'file_link_data',
  })
})
