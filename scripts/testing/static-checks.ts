import { existsSync } from 'node:fs'
import path from 'node:path'
import { tooLongFiles } from '../checks/file-sizes.ts'
import { binary, type Outcome, runQuietly } from './programs.ts'

export type StaticCheck = { name: string; run(): Promise<Outcome> }

const CODE = ['app', 'bench', 'components', 'e2e', 'emulator', 'lib', 'prisma', 'scripts']

/** The checks that read the sources without running them, the quickest first. */
export function staticChecks(projectDir: string, env: NodeJS.ProcessEnv): StaticCheck[] {
  const run = (args: string[]) => runQuietly({ args, cwd: projectDir, env })
  const present = CODE.filter(folder => existsSync(path.join(projectDir, folder)))
  const tsc = binary('typescript', 'bin', 'tsc')
  const next = binary('next', 'dist', 'bin', 'next')
  const cruiser = binary('dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  return [
    {
      name: 'Format and lint',
      run: () => run([binary('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings']),
    },
    {
      name: 'File sizes',
      run: async () => {
        const long = tooLongFiles(projectDir)
        return { succeeded: long.length === 0, output: long.join('\n') }
      },
    },
    {
      name: 'Import rules',
      run: () => run([cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'err', ...present]),
    },
    {
      name: 'Types',
      run: async () => {
        const generated = await run([next, 'typegen'])
        return generated.succeeded ? run([tsc, '--noEmit']) : generated
      },
    },
    { name: 'Dead code and unused packages', run: () => run([binary('knip', 'bin', 'knip.js')]) },
  ]
}
