import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { compiledAreas } from '#lib/i18n/catalogue.ts'
import { ISLAND_AREAS } from '#lib/i18n/island-areas.ts'
import { LOCALES } from '#lib/i18n/model.ts'
import { en } from '../../lib/i18n/messages/en.ts'
import { filesBelow } from '../stack/inputs.ts'

/** What a file of ours imports of ours; types are gone by the time the browser has it, and actions stay on the server. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  return [...source.matchAll(/(?:import(?! type)[^'"]*?from |import\()['"]([#.][^'"]+)['"]/g)].flatMap(
    ([, name = '']) => {
      const found = name.startsWith('#') ? name.slice(1) : path.join(path.dirname(file), name)
      return existsSync(found) && !/actions\.ts$/.test(found) ? [found] : []
    },
  )
}

function reachable(islands: string[]): Set<string> {
  const seen = new Set(islands)
  for (const file of seen) for (const next of importsOf(file)) if (/\.tsx?$/.test(next)) seen.add(next)
  return seen
}

/** Of a model only the tables that an island names: its schemas run on the server. */
function spokenIn(file: string, islands: string): string {
  const source = readFileSync(file, 'utf8')
  if (!file.startsWith('lib/')) return source
  const tables = [...source.matchAll(/export const ([A-Z_]+)\b[^=]*= \{[\s\S]*?\n\}/g)]
  return tables
    .flatMap(([text, name = '']) => (new RegExp(`\\b${name}\\b`).test(islands) ? [text] : []))
    .join('\n')
}

it('islands speak only from the areas that pages give them', () => {
  const files = ['app', 'components']
    .flatMap(folder => filesBelow('.', folder))
    .filter(file => /\.tsx?$/.test(file))
  const islands = files.filter(file => readFileSync(file, 'utf8').startsWith("'use client'"))
  const given = new Set<string>(Object.values(ISLAND_AREAS).flat())
  const key = new RegExp(`['"\`](${Object.keys(en).join('|')})\\.(\\w+)['"\`]`, 'g')
  const speaking = [...reachable(islands)].filter(file => !file.startsWith('lib/i18n/'))
  const words = speaking
    .filter(file => !file.startsWith('lib/'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n')
  const missing = speaking.flatMap(file =>
    [...spokenIn(file, words).matchAll(key)]
      .filter(([, area = '', name = '']) => name in en[area as keyof typeof en] && !given.has(area))
      .map(([found]) => `${file}: ${found}`),
  )
  expect(missing).toEqual([])
})

it('what islands are given are plain objects, which alone can be sent to them', () => {
  const areas = [...new Set(Object.values(ISLAND_AREAS).flat())]
  const odd: string[] = []
  const walk = (key: string, value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) odd.push(key)
    for (const inner of Object.values(value)) walk(key, inner)
  }
  for (const locale of LOCALES)
    for (const [key, compiled] of Object.entries(compiledAreas(locale, areas)))
      walk(`${locale} ${key}`, compiled)
  expect(odd).toEqual([])
})
