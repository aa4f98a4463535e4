import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const REQUIRE = /\brequire\(["']([^"']+)["']\)/g

/**
 * One browser script with a CommonJS entry's source and every package it requires, as they are in
 * node_modules: the tests run the packages' real published files.
 */
export function pageScript(source: string): string {
  const modules = new Map<string, string>()
  const add = (id: string, code: string, from: string) => {
    modules.set(id, '')
    const require = createRequire(from)
    const linked = code.replace(REQUIRE, (all, name: string) => {
      // What development builds need is required in branches that never run here.
      if (name.includes('development') || name.includes('factoryWithTypeCheckers')) return all
      const file = require.resolve(name)
      if (!modules.has(file)) add(file, readFileSync(file, 'utf8'), file)
      return `require(${JSON.stringify(file)})`
    })
    modules.set(id, linked)
  }
  add('entry', source, import.meta.filename)
  const table = [...modules].map(
    ([id, code]) => `${JSON.stringify(id)}(require, module, exports) {\n${code}\n}`,
  )
  return `const process = { env: { NODE_ENV: 'production' } }
const modules = {\n${table.join(',\n')}\n}
const loaded = {}
function require(id) {
  if (!loaded[id]) {
    loaded[id] = { exports: {} }
    modules[id](require, loaded[id], loaded[id].exports)
  }
  return loaded[id].exports
}
require('entry')`
}
