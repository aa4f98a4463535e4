import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildFingerprint } from './inputs.ts'

let project = ''
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'holdfast-inputs-'))
})
afterEach(() => rmSync(project, { recursive: true }))

function write(file: string, text: string): string {
  mkdirSync(path.join(project, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(project, file), text)
  return buildFingerprint(project)
}

test('the build is made again for a changed, added or renamed source, schema or package', () => {
  const seen = [write('app/page.tsx', 'a')]
  seen.push(write('app/page.tsx', 'b'))
  seen.push(write('lib/orders/queries.ts', 'b'))
  seen.push(write('public/logo.svg', 'b'))
  seen.push(write('prisma/schema.prisma', 'b'))
  seen.push(write('package-lock.json', '{}'))
  seen.push(write('next.config.js', 'b'))
  expect(new Set(seen).size).toBe(seen.length)
})

test('the build is not made again for what it does not read, or for the same content', () => {
  const before = write('app/page.tsx', 'a')
  expect(write('app/page.tsx', 'a')).toBe(before)
  expect(write('lib/orders/queries.test.ts', 'b')).toBe(before)
  expect(write('lib/testing/database.ts', 'b')).toBe(before)
  expect(write('e2e/story.spec.ts', 'b')).toBe(before)
  expect(write('emulator/main.ts', 'b')).toBe(before)
  expect(write('.env', 'b')).toBe(before)
})
