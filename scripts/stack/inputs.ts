import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const FOLDERS = ['app', 'components', 'lib', 'public']
const FILES = [
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'package-lock.json',
  'tsconfig.json',
  'prisma/schema.prisma',
]
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith(path.join('lib', 'testing'))

/** Every file below a folder of the project, by its path in the project; none when there is no such folder. */
export function filesBelow(projectDir: string, folder: string): string[] {
  const full = path.join(projectDir, folder)
  if (!existsSync(full)) return []
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(projectDir, path.join(entry.parentPath, entry.name)))
}

function fingerprint(projectDir: string, files: string[]): string {
  const hash = createHash('sha256')
  for (const file of files.toSorted()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(projectDir, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Stands for everything that `next build` reads, no environment: equal fingerprints mean the same build. */
export function buildFingerprint(projectDir: string): string {
  const files = [...FOLDERS.flatMap(folder => filesBelow(projectDir, folder)), ...FILES]
  const present = files.filter(file => !isTest(file) && existsSync(path.join(projectDir, file)))
  return fingerprint(projectDir, present)
}

/** Stands for what the database client is generated from. */
export function clientFingerprint(projectDir: string): string {
  return fingerprint(projectDir, ['prisma/schema.prisma', 'node_modules/prisma/package.json'])
}
