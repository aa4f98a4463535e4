import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { listMessages, readFile } from './queries.ts'
import { sendMessage } from './send-message.ts'

let parties: Awaited<ReturnType<typeof newParties>>
let stranger: Actor
let admin: Actor
beforeAll(async () => {
  await startLocalStripe()
  ;[parties, stranger, admin] = [await newParties(), await newEmployer(), await newAdmin()]
})

const words = (orderId: string, text = 'Which colour?') => ({ orderId, text, requestKey: newRequestKey() })
const file = (name: string, content: string | Buffer) => ({ name, bytes: Buffer.from(content) })

test('both parties and admins read what one of them wrote, nobody else, and the other one is told once', async () => {
  const orderId = await newOrder(parties, 'placed')
  const { employer, contractor } = parties
  const form = words(orderId)
  const sent = await Promise.all([1, 2, 3, 4].map(() => sendMessage(employer, form, [file('a.txt', 'Teal')])))
  const { messageId } = expectOk(sent[0] as (typeof sent)[0], 'send')
  expect(sent).toEqual(Array(4).fill({ ok: true, value: { messageId } }))
  expect(await sendMessage(employer, { ...form, text: 'Other words' }, [])).toEqual({
    ok: false,
    error: 'request_key_reused',
  })
  expectOk(await sendMessage(contractor, words(orderId, 'Teal.'), []), 'answer')
  const read = async (actor: Actor) =>
    (await listMessages(actor, orderId)).map(({ text, isOwn }) => [text, isOwn])
  expect(await read(employer)).toEqual([
    ['Which colour?', true],
    ['Teal.', false],
  ])
  expect(await read(contractor)).toEqual([
    ['Which colour?', false],
    ['Teal.', true],
  ])
  expect(await read(admin)).toEqual([
    ['Which colour?', false],
    ['Teal.', false],
  ])
  expect(await read(stranger)).toEqual([])
  for (const actor of [stranger, admin]) {
    expect(await sendMessage(actor, words(orderId), [])).toEqual({ ok: false, error: 'not_found' })
  }
  const told = (recipientId: string) =>
    db().notification.count({ where: { recipientId, orderId, kind: 'message' } })
  expect([await told(contractor.userId), await told(employer.userId)]).toEqual([1, 1])
  await expect(
    db().orderMessage.update({ where: { id: messageId }, data: { text: 'Never said' } }),
  ).rejects.toThrow('append-only')
})

test('files keep their content, are known by it and not by their name, and are for the order’s people only', async () => {
  const orderId = await newOrder(parties, 'placed')
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const files = [
    file('../../etc/pass\u202ewd\n.txt', 'Grüße'),
    file('page.html', '<script>alert(1)</script>'),
    file('C:\\pictures\\photo.exe', png),
    file(`${'x'.repeat(300)}.bin`, Buffer.from([0, 1, 2])),
  ]
  expectOk(await sendMessage(parties.contractor, words(orderId), files), 'send')
  const [message] = await listMessages(parties.employer, orderId)
  expect(message?.files.map(({ name }) => name)).toEqual([
    'passwd.txt',
    'page.html',
    'photo.exe',
    `${'x'.repeat(116)}.bin`,
  ])
  const ids = message?.files.map(({ id }) => id) ?? []
  const read = await Promise.all(ids.map(id => readFile(parties.employer, orderId, id)))
  expect(read.map(one => one?.mimeType)).toEqual([
    'text/plain; charset=utf-8',
    'text/plain; charset=utf-8',
    'image/png',
    'application/octet-stream',
  ])
  expect(Buffer.from(read[2]?.bytes ?? []).equals(png)).toBe(true)
  expect(await readFile(stranger, orderId, ids[0] ?? '')).toBeNull()
  const another = await newOrder(parties, 'placed')
  expect(await readFile(parties.employer, another, ids[0] ?? '')).toBeNull()
})

test('too many files, too large ones and too much of them are refused, and nothing is kept', async () => {
  const orderId = await newOrder(parties, 'placed')
  const megabytes = (count: number) => file('x', Buffer.alloc(count * 1024 * 1024))
  const send = async (files: { name: string; bytes: Buffer }[]) => {
    const result = await sendMessage(parties.employer, words(orderId), files)
    return result.ok ? 'sent' : result.error
  }
  expect(await send(Array(6).fill(file('x', 'x')))).toBe('too_many_files')
  expect(await send([file('x', Buffer.alloc(10 * 1024 * 1024 + 1))])).toBe('too_large')
  expect(await send([megabytes(9), megabytes(9), megabytes(9)])).toBe('too_large')
  expect(await listMessages(parties.employer, orderId)).toEqual([])
  expect(await send([megabytes(10)])).toBe('sent')
})
