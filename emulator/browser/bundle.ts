import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, resolve } from 'node:path'

const IMPORT = /^import\s+\{([^}]*)\}\s+from\s+'(\.[^']+)'\n?/gm
const EXPORT = /^export\s+((?:async\s+)?function|const|class)\s+(\w+)/gm

function stripTypes(source: string): string {
  // Node warns once that type stripping as a function is experimental; a start-up log is no place for that.
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}

/**
 * Joins a TypeScript module and what it imports into one classic script, so that a page can load it with a
 * blocking `<script>`. Understands only what our own files use: named relative imports and exported
 * functions, constants and classes. Throws when modules import each other in a circle.
 */
export function bundle(entry: string): string {
  const done = new Map<string, string>()
  const parts: string[] = []
  const add = (file: string, trail: string[]): string => {
    if (trail.includes(file)) throw new Error(`circular import: ${[...trail, file].join(' -> ')}`)
    const known = done.get(file)
    if (known) return known
    const exported: string[] = []
    const body = stripTypes(readFileSync(file, 'utf8'))
      .replace(IMPORT, (_all, names: string, from: string) => {
        const wanted = names
          .split(',')
          .map(name => name.trim())
          .filter(name => name !== '')
          .join(', ')
        const source = add(resolve(dirname(file), from), [...trail, file])
        return wanted === '' ? '' : `const { ${wanted} } = ${source}\n`
      })
      .replace(EXPORT, (_all, kind: string, name: string) => {
        exported.push(name)
        return `${kind} ${name}`
      })
    const id = `module${done.size}`
    done.set(file, id)
    parts.push(`const ${id} = (() => {\n${body}\nreturn { ${exported.join(', ')} }\n})()\n`)
    return id
  }
  add(resolve(entry), [])
  return `(() => {\n'use strict'\n${parts.join('')}})()\n`
}
