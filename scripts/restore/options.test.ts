import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

const now = new Date('2026-11-28T03:00:00Z')
const read = (...args: string[]) => readOptions(args, now)

test('takes a moment only with its time zone, and never one to come', () => {
  expect(read('--since', '2026-11-28T02:00Z').backupAt).toEqual(new Date('2026-11-28T02:00:00Z'))
  expect(read('--since', '2026-11-28 03:00:30+01:00').backupAt).toEqual(new Date('2026-11-28T02:00:30Z'))
  expect(() => read()).toThrow('Say when the backup was taken')
  expect(() => read('--since', '2026-11-28 02:00')).toThrow('with its time zone')
  expect(() => read('--since', '2026-13-41T02:00Z')).toThrow('with its time zone')
  expect(() => read('--since', '2026-11-28T03:30Z')).toThrow('has not come yet')
})
