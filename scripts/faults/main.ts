import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { asMarkdown, readRows } from './table.ts'

// `npm run faults [-- --only kill|stripe|database|races|webhooks|forged|pairs] [--scale N] [--write]`: does every money
// operation under every fault, and prints (with --write: puts into docs/faults.md) how many were survived.

const MARK = '<!-- made by npm run faults -- --write: what is below this line is overwritten -->'
const DOCUMENT = path.join('docs', 'faults.md')

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    scale: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
})

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-faults-'))
const file = path.join(folder, 'rows')
const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.faults.config.ts', ...values.only]
const env = { ...process.env, FAULTS_FILE: file, FAULTS_SCALE: values.scale }
const { status } = spawnSync(process.execPath, args, { env, stdio: 'inherit' })
if (existsSync(file)) {
  const table = asMarkdown(readRows(file))
  console.log(`\n${table}`)
  if (values.write) {
    const [text = ''] = readFileSync(DOCUMENT, 'utf8').split(MARK)
    writeFileSync(DOCUMENT, `${text}${MARK}\n\n${table}\n`)
  }
}
rmSync(folder, { recursive: true, force: true })
process.exitCode = status ?? 1
