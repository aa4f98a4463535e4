import { createInterface } from 'node:readline/promises'
import { db } from '#lib/db.ts'
import { setSignIn } from '#lib/users/set-sign-in.ts'
import { setSignInInput } from '#lib/users/set-sign-in-model.ts'
import { Refusal } from '../refusal.ts'
import { takeEnvironment } from '../stack/take-environment.ts'

// `npm run password:set`: gives an account a new password, and another e-mail address if need be. For whoever's own was lost when a
// backup of the database was restored; make sure by another way that it is them.

async function ask(): Promise<Record<'account' | 'email' | 'password', string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const account = await terminal.question('E-mail address or id of the account: ')
  const email = await terminal.question('Its new e-mail address (empty: as it is): ')
  const password = await terminal.question('New password (shown while you type): ')
  terminal.close()
  return { account, email, password }
}

const REFUSALS = {
  not_found: 'There is no such account.',
  email_taken: 'There is already an account with this e-mail address.',
}

async function set(): Promise<void> {
  takeEnvironment()
  const input = setSignInInput.safeParse(await ask())
  if (!input.success) throw new Refusal(input.error.issues.map(issue => issue.message).join('\n'))
  const done = await setSignIn(input.data)
  if (!done.ok) throw new Refusal(REFUSALS[done.error])
  console.log(`${done.value.email} can sign in with the new password now, and is signed out everywhere.`)
}

try {
  await set()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  if (process.env.DATABASE_URL) await db().$disconnect()
}
