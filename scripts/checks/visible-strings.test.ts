import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { en } from '../../lib/i18n/messages/en.ts'
import { filesBelow } from '../stack/inputs.ts'
import { visibleStrings } from './visible-strings.ts'

/**
 * Files whose words are not in the catalogue yet. The list may only shrink: a file that has none any more is to be taken off it, and
 * a new one is never put on it.
 */
const NOT_YET: string[] = JSON.parse(readFileSync('scripts/checks/untranslated-files.json', 'utf8'))

/** Not read by the people who use Holdfast: settings, the ledger's own rules, the demo, tests, and the catalogue itself. */
const NOT_SHOWN =
  /^lib\/(env\.ts|i18n|ledger|testing|demo|restore|stripe|users\/(common-passwords|auth-options)|webhooks\/answer)|\.test\.tsx?$/

const files = ['app', 'components', 'lib']
  .flatMap(folder => filesBelow('.', folder))
  .filter(file => /\.tsx?$/.test(file) && !NOT_SHOWN.test(file))

it('no file has words that people read outside the catalogue', () => {
  const found = files
    .filter(file => !NOT_YET.includes(file))
    .flatMap(file =>
      visibleStrings(file, readFileSync(file, 'utf8')).map(({ line, text }) => `${file}:${line}: ${text}`),
    )
  expect(found).toEqual([])
})

it('the list of files that wait for it only shrinks', () => {
  const done = NOT_YET.filter(
    file => !files.includes(file) || visibleStrings(file, readFileSync(file, 'utf8')).length === 0,
  )
  expect(done).toEqual([])
})

it('finds words wherever they can be shown, and nothing else', () => {
  const texts = (source: string, name = 'page.tsx') => visibleStrings(name, source).map(({ text }) => text)
  expect(texts('<p className="Not words">Read me{x}, <b>too</b></p>')).toEqual(['Read me', 'too'])
  expect(
    texts('<A title="A title" aria-label={open ? "Close it" : closed || "Open it"} id="Not this" />'),
  ).toHaveLength(3)
  expect(texts("z.string().min(2, 'At least two.')", 'model.ts')).toEqual(['At least two.'])
  expect(texts("const E = { a: { status: 404, message: 'Not there.' } }", 'model.ts')).toEqual(['Not there.'])
  expect(texts('<A term={`\u0024{name} receives`} at={`\u0024{time} UTC`} />')).toEqual(['… receives'])
  expect(texts("const STATUS_WORDS = { a: 'Held' }", 'model.ts')).toEqual(['Held'])
  expect(texts("const E = { a: { message: 'orders.notThere' } }; <p>{t('orders.title')}</p>")).toEqual([])
})

it('a key that is written down is a message of the catalogue', () => {
  const areas = Object.keys(en).join('|')
  const key = new RegExp(`['"](${areas})\\.(\\w+)['"]`, 'g')
  const unknown = files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(key)]
      .filter(([, area = '', name = '']) => !Object.hasOwn(en[area as keyof typeof en], name))
      .map(([found]) => `${file}: ${found}`),
  )
  expect(unknown).toEqual([])
})
