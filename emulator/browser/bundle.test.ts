import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import vm from 'node:vm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bundle } from './bundle.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, source: string): string {
  writeFileSync(join(folder, name), source)
  return join(folder, name)
}

it('joins modules into one classic script, each with a scope of its own', () => {
  write(
    'one.ts',
    "export interface Shape {}\nconst hidden: string = 'one'\nexport const first = (): string => hidden\n",
  )
  write(
    'two.ts',
    "import { first, type Shape } from './one.ts'\nconst hidden = 'two'\nexport function both() { return first() + hidden }\n",
  )
  const entry = write(
    'main.ts',
    "import { both } from './two.ts'\nimport { first } from './one.ts'\nresult.push(both(), first())\n",
  )
  const result: string[] = []
  vm.runInNewContext(bundle(entry), { result })
  expect(result).toEqual(['onetwo', 'one'])
})

it('refuses modules that import each other in a circle', () => {
  write('a.ts', "import { b } from './b.ts'\nexport const a = () => b\n")
  const entry = write('b.ts', "import { a } from './a.ts'\nexport const b = () => a\n")
  expect(() => bundle(entry)).toThrow('circular import')
})
