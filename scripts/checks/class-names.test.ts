import { readFileSync } from 'node:fs'
import { twMerge } from 'tailwind-merge'
import { expect, test } from 'vitest'
import { cn } from '../../components/ui/cn.ts'
import { filesBelow } from '../stack/inputs.ts'

const sources = ['app', 'components']
  .flatMap(folder => filesBelow('.', folder))
  .filter(file => file.endsWith('.tsx'))
  .map(file => readFileSync(file, 'utf8'))

/** Every text of a component's own classes, from `cn('…'` and `cva(`, and every text that is given to one as `className`. */
const isClasses = (text: string) =>
  !/[.,] |[.,]$| the /.test(text) &&
  /^[a-z0-9@&[\]:/.()%_*>+,#='-]+( [a-z0-9@&[\]:/.()%_*>+,#='-]+)*$/.test(text)
const texts = (pattern: RegExp) =>
  [...new Set(sources.flatMap(source => [...source.matchAll(pattern)].map(([, text = '']) => text)))].filter(
    isClasses,
  )
const own = texts(/'([^'\n]+)'/g).filter(text => text.includes(' ') || text.includes('-'))
const given = texts(/<[A-Z]\w*\b[^<>]*?\bclassName="([^"\n]+)"/g)

test('of two classes for one property the later wins, as tailwind-merge has it, for every pair that the pages could make', () => {
  expect(own.length).toBeGreaterThan(30)
  expect(given.length).toBeGreaterThan(30)
  const wrong = own.flatMap(first =>
    given
      .filter(second => cn(first, second) !== twMerge(first, second))
      .map(second => ({ first, second, ours: cn(first, second), theirs: twMerge(first, second) })),
  )
  expect(wrong.slice(0, 5)).toEqual([])
})
