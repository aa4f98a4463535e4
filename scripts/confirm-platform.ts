import { db } from '#lib/db.ts'
import { confirmPlatform } from '#lib/platform/confirm-platform.ts'
import { REFUSED } from './refusal.ts'

// Run at every start: is the database's Stripe still the one that the key belongs to? Its last line is the sentence.

const confirmed = await confirmPlatform()
if (!confirmed.ok) {
  console.log(confirmed.error)
  process.exitCode = REFUSED
}
await db().$disconnect()
