import { createInterface } from 'node:readline/promises'
import { db } from '#lib/db.ts'
import { createAdmin } from '#lib/users/create-admin.ts'
import { createAdminInput } from '#lib/users/model.ts'

// npm run admin:create: makes an admin, asking for name, e-mail address and password. Nobody can sign up as one.

const terminal = createInterface({ input: process.stdin, output: process.stdout })
const displayName = await terminal.question('Name: ')
const email = await terminal.question('E-mail address: ')
const password = await terminal.question('Password (shown while you type): ')
terminal.close()

const input = createAdminInput.safeParse({ displayName, email, password })
if (!input.success) {
  for (const issue of input.error.issues) console.error(`${issue.path.join('.')}: ${issue.message}`)
  process.exitCode = 1
} else {
  const created = await createAdmin(input.data)
  if (!created.ok) console.error('There is already an account with this e-mail address.')
  else console.log(`${input.data.email} can sign in as an admin now.`)
  process.exitCode = created.ok ? 0 : 1
}
await db().$disconnect()
