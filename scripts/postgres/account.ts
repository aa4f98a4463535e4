import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.ts'

export type Account = { uid: number; gid: number }

const NAME = 'postgres'

/**
 * The account PostgreSQL runs as, or undefined for our own. PostgreSQL refuses to run as root, so root gets the
 * system's `postgres` account, made if there is none.
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  return lookUp() ?? create()
}

function lookUp(): Account | undefined {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

function create(): Account {
  try {
    execFileSync('groupadd', ['--system', '--force', NAME], { stdio: 'pipe' })
    execFileSync('useradd', ['--system', '--gid', NAME, '--no-create-home', NAME], { stdio: 'pipe' })
  } catch {
    // Told below, in words that help.
  }
  const account = lookUp()
  if (account) return account
  throw new Refusal(
    'PostgreSQL cannot run as root and no "postgres" account could be made: run the command as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether an account may walk down to a folder: every folder above and the folder itself let it in. */
export function canReach(account: Account, folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false })
    if (stat) {
      const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001
      if ((stat.mode & bit) === 0) return false
    }
    if (at === path.dirname(at)) return true
  }
}
