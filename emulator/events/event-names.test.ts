import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { EVENT_NAMES } from './event-names.ts'

it('names exactly the events that the stripe package knows', () => {
  const entry = fileURLToPath(import.meta.resolve('stripe'))
  const file = entry.replace(/esm.*$/, 'esm/resources/WebhookEndpoints.d.ts')
  const union = /type EnabledEvent =([^;]+);/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  const known = [...union.matchAll(/'([^']+)'/g)].map(found => found[1]).filter(name => name !== '*')
  expect(known.length).toBeGreaterThan(200)
  expect([...EVENT_NAMES].sort()).toEqual(known.sort())
})
