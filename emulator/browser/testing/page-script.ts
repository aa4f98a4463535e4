import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const REQUIRE = /\brequire\(["']([^"']+)["']\)/g

/**
 * One browser script with a CommonJS entry's source and every package it requires, as they are in
 * node_modules: the tests run the packages' real published files. `development` takes React's development build,
 * in which StrictMode mounts everything twice.
 */
export function pageScript(source: string, build: 'production' | 'development' = 'production'): string {
  const other =
    build === 'production' ? /development|factoryWithTypeCheckers/ : /\.production|^ReactPropTypes$/
  const modules = new Map<string, string>()
  const add = (id: string, code: string, from: string) => {
    modules.set(id, '')
    const require = createRequire(from)
    const linked = code.replace(REQUIRE, (all, name: string) => {
      // What the other build needs is required in branches that never run here (and one name stands in a comment).
      if (other.test(name)) return all
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
  return `const process = { env: { NODE_ENV: '${build}' } }
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
