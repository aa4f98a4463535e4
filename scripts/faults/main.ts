import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { keepResults, writeDocument } from './results.ts'
import { asMarkdown, FAULTS_SHORT_SCALE, readRows, verdictOf } from './table.ts'

// `npm run faults [-- --short] [--only PART]… [--operation NAME]… [--seed N] [--[no-]write]`: does every money operation under every
// fault, and prints how many were survived. PART is the beginning of a test's name: kill, stripe, database, races… With --operation
// only those whose names have NAME in them are done, and only their rows replaced. The results of the parts that were done replace
// those in docs/faults, and the table in docs/faults.md is made anew of all: unless --no-write says not to, or the run is of a single
// fault, or short (then only with --write).

const DOCUMENT = path.join('docs', 'faults.md')
const RESULTS = path.join('docs', 'faults')

/** Parts that each operation is looked at for together, by `operations-N.fault.ts`. */
const OF_OPERATIONS = ['kill', 'database', 'stripe']

const { values } = parseArgs({
  allowNegative: true,
  options: {
    only: { type: 'string', multiple: true, default: [] },
    operation: { type: 'string', multiple: true, default: [] },
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean' },
  },
})

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-faults-'))
const file = path.join(folder, 'rows')
const escaped = values.operation.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
const some = escaped.length > 0 ? ['--testNamePattern', escaped.join('|')] : []
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.faults.config.ts']
const ofOperations = OF_OPERATIONS.filter(part => values.only.some(asked => part.startsWith(asked)))
const files = values.only.filter(asked => !OF_OPERATIONS.some(part => part.startsWith(asked)))
if (ofOperations.length > 0) files.push('operations-')
const args = [...vitest, ...files, ...some]
const scale = values.short ? FAULTS_SHORT_SCALE : '1'
const parts = ofOperations.length > 0 ? { FAULTS_PARTS: ofOperations.join(',') } : {}
const env = { ...process.env, ...parts, FAULTS_FILE: file, FAULTS_SCALE: scale, SEED: values.seed }
const { status } = spawnSync(process.execPath, args, { env, stdio: 'inherit' })
const rows = existsSync(file) ? readRows(file) : []
rmSync(folder, { recursive: true, force: true })
const table = asMarkdown(rows)
const verdict = verdictOf(rows)
console.log(`\n${table}\n\n${verdict}`)
const isOfOne = Boolean(process.env.FAULT ?? process.env.REPLAY)
if (values.write ?? !(values.short || isOfOne)) {
  const date = new Date().toISOString().slice(0, 10)
  const showing = { date, seed: Number(values.seed), form: values.short ? 'short' : 'full' } as const
  // Of a run that failed it is not known that it did all: what it did not do stays.
  keepResults(RESULTS, rows, showing, some.length > 0 || status !== 0)
  writeDocument(DOCUMENT, RESULTS)
  // The check of the project's form holds for what was made, too.
  spawnSync(process.execPath, [
    'node_modules/@biomejs/biome/bin/biome',
    'format',
    '--write',
    DOCUMENT,
    RESULTS,
  ])
}
process.exitCode = status ?? 1
