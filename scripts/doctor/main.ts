import { db } from '#lib/db.ts'
import { examine } from '#lib/doctor/examine.ts'
import { type FindingState, worstOf } from '#lib/doctor/model.ts'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { HANDLERS } from '#lib/webhooks/handlers.ts'
import { Refusal } from '../refusal.ts'
import { takeEnvironment } from '../stack/take-environment.ts'

// `npm run doctor`: looks at what has to be right before money moves with the keys that are set, prints each thing with what to do,
// and exits with 1 when something is wrong. It changes nothing.

const MARKS: Record<FindingState, string> = {
  ok: 'ok     ',
  warning: 'look   ',
  failed: 'WRONG  ',
  unknown: '?      ',
}
const t = wordsIn('en')

async function run(): Promise<void> {
  takeEnvironment()
  const findings = await examine(Object.keys(HANDLERS))
  for (const { check, state, text, link } of findings) {
    console.log(`${MARKS[state]}${t(`doctor.check_${check}`)}: ${t.say(text)}`)
    if (link && state !== 'ok') console.log(`       ${link}`)
  }
  const worst = worstOf(findings)
  console.log(`\n${t(`doctor.whole_${worst}`)}`)
  if (worst === 'failed') process.exitCode = 1
}

try {
  await run()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  if (process.env.DATABASE_URL) await db().$disconnect()
}
