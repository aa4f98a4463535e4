import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Fader } from './fader.ts'
import { IdMap } from './id-map.ts'
import { newId } from './ids.ts'
import { KeptRow } from './kept-row.ts'

const place = { kind: 'customer' as const, id: 'cus_1', account: 'acct_1', seq: 1 }
const value = { id: 'cus_1', name: 'Zażółć €', metadata: { a: '1' } }
const open = () => KeptRow.open({ ...place, value: structuredClone(value) as never })

test('a committed value cannot be changed, whether it is kept as an object or as text', () => {
  const rows = [open(), open(), KeptRow.read(place, JSON.stringify(value))]
  rows[1]?.close()
  rows[1]?.fade()
  rows[0]?.close()
  for (const row of rows) {
    expect(row.value).toEqual(value)
    expect(() => Object.assign(row.value.metadata, { a: '2' })).toThrow(TypeError)
    const draft = row.draft()
    draft.value.metadata = { a: '2' }
    expect([row.value.metadata.a, draft.value.metadata.a]).toEqual(['1', '2'])
    expect(row.text).toBe(JSON.stringify(value))
  }
})

test('once the heap is full, every row becomes text after enough commits, and reads as before', () => {
  const rows = Array.from({ length: 1000 }, open)
  for (const row of rows) row.close()
  let isFull = false
  const fader = new Fader(
    () => rows,
    () => isFull,
  )
  const inHeap = () => rows.filter(row => row.field('name') !== undefined).length
  for (let commit = 0; commit < 2000; commit++) fader.step()
  expect(inHeap()).toBe(1000)
  isFull = true
  for (let commit = 0; commit < 600; commit++) fader.step()
  expect(inHeap()).toBe(0)
  expect(rows.every(row => row.value.name === value.name)).toBe(true)
})

test('a map by id is a map, whatever the ids look like', () => {
  const anyId = fc.oneof(
    fc.constantFrom(
      '',
      '_',
      'a',
      'abcdef',
      'abcdefg',
      'abcdef_x',
      'abcdef_abcdef',
      'x_abcdef',
      'x_abcdef_y',
      'y_abcdef|usd',
      'abcde',
      'pi_1',
    ),
    fc.string({ maxLength: 12 }),
  )
  const action = fc.record({ what: fc.constantFrom('set', 'delete'), id: anyId, value: fc.integer() })
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), actions => {
      const [ours, plain] = [new IdMap<number>(), new Map<string, number>()]
      for (const { what, id, value: number } of actions) {
        if (what === 'set') ours.set(id, number)
        else ours.delete(id)
        if (what === 'set') plain.set(id, number)
        else plain.delete(id)
        expect(ours.get(id)).toBe(plain.get(id))
      }
      expect(ours.size).toBe(plain.size)
      expect([...ours.values()].sort()).toEqual([...plain.values()].sort())
      for (const [id, number] of plain) expect(ours.get(id)).toBe(number)
    }),
    { numRuns: 500 },
  )
})

test('ids have the length of Stripe’s and never come twice', () => {
  const ids = Array.from({ length: 20_000 }, () => newId('pi'))
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(ids.map(id => id.length))).toEqual(new Set([27]))
  expect([newId('cus').length, newId('acct').length]).toEqual([18, 21])
})
