import { reasonOf } from '../refusal.ts'
import { migrateDatabase } from './migrate.ts'

// `npm run migrate`: brings the database at DATABASE_URL up to date.

const databaseUrl = process.env.DATABASE_URL
if (!databaseUrl) {
  console.error('Set DATABASE_URL to the database to bring up to date.')
  process.exit(1)
}
try {
  const applied = await migrateDatabase(process.cwd(), databaseUrl)
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
  // The engine leaves the ten-second timer of its lock behind; nothing waits for it.
  process.exit(0)
} catch (error) {
  console.error(`The database could not be brought up to date: ${reasonOf(error)}`)
  process.exit(1)
}
