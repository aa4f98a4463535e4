import { readFileSync } from 'node:fs'
import path from 'node:path'
import { filesBelow } from '../stack/inputs.ts'

// A file that a reader cannot hold in mind is split by meaning. Functions are measured by the linter.

const LINES_MAX = 200
const FOLDERS = ['app', 'bench', 'components', 'e2e', 'emulator', 'lib', 'prisma', 'scripts']
const isCode = (file: string) => /\.(ts|tsx|mjs|cjs|js)$/.test(file)
const isGenerated = (file: string) => file.startsWith(path.join('prisma', 'generated'))

/** The code files of a project that are too long, as `path: n lines`. */
export function tooLongFiles(projectDir: string): string[] {
  const files = FOLDERS.flatMap(folder => filesBelow(projectDir, folder))
  return files
    .filter(file => isCode(file) && !isGenerated(file))
    .map(file => ({ file, lines: readFileSync(path.join(projectDir, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > LINES_MAX)
    .map(({ file, lines }) => `${file}: ${lines} lines, ${LINES_MAX} at most`)
}
