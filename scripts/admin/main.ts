import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { db } from '#lib/db.ts'
import { createAdmin } from '#lib/users/create-admin.ts'
import { createAdminInput } from '#lib/users/model.ts'
import { Refusal } from '../refusal.ts'
import { readEnvironment, readSettings } from '../stack/settings.ts'

// `npm run admin:create`: makes an admin, asking for name, e-mail address, password and role. Nobody can sign up as one.

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Takes the environment that `npm start` would use. Throws Refusal when it names no database. */
function takeEnvironment(): void {
  const env = readEnvironment(projectDir)
  const settings = readSettings({ projectDir, env, mode: 'production', verbose: false })
  if (settings.externalDatabaseUrl === null) {
    throw new Refusal(
      'Set DATABASE_URL, in the environment or in .env, to the database that the admin is for.',
    )
  }
  Object.assign(process.env, settings.env)
}

async function ask(): Promise<Record<'displayName' | 'email' | 'password' | 'adminRole', string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const displayName = await terminal.question('Name: ')
  const email = await terminal.question('E-mail address: ')
  const password = await terminal.question('Password (shown while you type): ')
  const adminRole = (await terminal.question('Role, owner, finance or support [owner]: ')) || 'owner'
  terminal.close()
  return { displayName, email, password, adminRole }
}

async function create(): Promise<void> {
  takeEnvironment()
  const input = createAdminInput.safeParse(await ask())
  if (!input.success) throw new Refusal(input.error.issues.map(issue => issue.message).join('\n'))
  const created = await createAdmin(input.data)
  if (!created.ok) throw new Refusal('There is already an account with this e-mail address.')
  console.log(`${input.data.email} can sign in as an admin (${input.data.adminRole}) now.`)
}

try {
  await create()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  if (process.env.DATABASE_URL) await db().$disconnect()
}
