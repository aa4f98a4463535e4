import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { asMarkdown, FAULTS_SHORT_SCALE, readRows, verdictOf } from './table.ts'

// `npm run faults [-- --short] [--only PART]… [--seed N] [--write]`: does every money operation under every fault, and
// prints (with --write: puts into docs/faults.md) how many were survived. PART is kill, stripe, database, races, lives,
// webhooks, forged, pairs or upheavals.

const MARK = '<!-- made by npm run faults -- --write: what is below this line is overwritten -->'
const DOCUMENT = path.join('docs', 'faults.md')

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
})

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-faults-'))
const file = path.join(folder, 'rows')
const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.faults.config.ts', ...values.only]
const scale = values.short ? FAULTS_SHORT_SCALE : '1'
const env = { ...process.env, FAULTS_FILE: file, FAULTS_SCALE: scale, SEED: values.seed }
const { status } = spawnSync(process.execPath, args, { env, stdio: 'inherit' })
const rows = existsSync(file) ? readRows(file) : []
rmSync(folder, { recursive: true, force: true })
const table = asMarkdown(rows)
const verdict = verdictOf(rows)
console.log(`\n${table}\n\n${verdict}`)
if (values.write) {
  const [text = ''] = readFileSync(DOCUMENT, 'utf8').split(MARK)
  const when = `On ${new Date().toISOString().slice(0, 10)}, with seed ${values.seed}, ${values.short ? 'the short form' : 'in full'}: ${verdict}.`
  writeFileSync(DOCUMENT, `${text}${MARK}\n\n${when}\n\n${table}\n`)
}
process.exitCode = status ?? 1
