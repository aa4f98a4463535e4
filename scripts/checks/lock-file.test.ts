import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type LockFile, missingOptionals } from './lock-file.ts'

test('the lock file names the native packages of every platform', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile
  expect(missingOptionals(lock)).toEqual([])
})

test('a native package that was left out is named', () => {
  const packages = {
    '': { optionalDependencies: { gone: '1.0.0' } },
    'node_modules/fast': { optionalDependencies: { 'fast-linux': '1.0.0', 'fast-mac': '1.0.0' } },
    'node_modules/fast/node_modules/fast-linux': { version: '1.0.0' },
    'node_modules/fast/node_modules/inner': { optionalDependencies: { top: '1.0.0' } },
    'node_modules/top': { version: '1.0.0' },
  }
  expect(missingOptionals({ packages })).toEqual(['. -> gone', 'node_modules/fast -> fast-mac'])
})
