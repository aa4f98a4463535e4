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
  expect(JSON.stringify(rows)).not.toContain('IDAT')
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
