import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { unzip } from './testing/unzip.ts'
import { zipResponse } from './zip-response.ts'

const PART = randomBytes(64 * 1024).toString('hex')

test('files come one after the other, each whole', async () => {
  const order: string[] = []
  async function* content(name: string) {
    for (let part = 0; part < 20; part++) {
      order.push(name)
      yield PART
    }
  }
  async function* files() {
    for (const name of ['a.txt', 'ä/b.txt']) yield { name, content: content(name) }
  }
  const found = await unzip(Buffer.from(await zipResponse('two.zip', files()).arrayBuffer()))
  expect([...found.keys()]).toEqual(['a.txt', 'ä/b.txt'])
  for (const text of found.values()) expect(text).toBe(PART.repeat(20))
  expect(order).toEqual([...Array(20).fill('a.txt'), ...Array(20).fill('ä/b.txt')])
})

test('what fails on the way breaks the download off', async () => {
  async function* broken() {
    yield PART
    throw new Error('the database went away')
  }
  async function* files() {
    yield { name: 'broken.txt', content: broken() }
  }
  await expect(zipResponse('broken.zip', files()).arrayBuffer()).rejects.toThrow()
})

test('it is read no faster than it is taken, and whoever goes away ends it', async () => {
  let [parts, isOver] = [0, false]
  async function* endless() {
    try {
      for (;;) {
        parts += 1
        yield randomBytes(64 * 1024)
      }
    } finally {
      isOver = true
    }
  }
  async function* files() {
    yield { name: 'endless.bin', content: endless() }
  }
  const reader = zipResponse('endless.zip', files()).body?.getReader()
  await reader?.read()
  await sleep(200)
  const held = parts
  await sleep(200)
  expect([parts, held < 100]).toEqual([held, true])
  await reader?.cancel()
  await expect.poll(() => isOver).toBe(true)
})
