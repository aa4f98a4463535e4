import { parseArgs } from 'node:util'
import { packageSchema } from '../schema/read-package.ts'
import type { Schema } from '../schema/type-to-schema.ts'
import { startEmulator } from '../start.ts'
import { compareStep, type IsKnown } from './compare.ts'
import { reasonFor } from './reasons.ts'
import { type Recording, readRecordings, type Step } from './recording.ts'
import { Replay, sender } from './replay.ts'
import { Score, TARGETS } from './score.ts'

// `npm run emulator:conformance -- FOLDER [--only WORD] [--file WORD] [--all]`: replays recordings of the real Stripe and prints what matches.

const FIRST = 15

/** The contract of the account whose traffic was recorded, as its balance transactions tell. */
const PRICING = {
  prices: [
    { basisPoints: 200, fixed: 30 },
    { basisPoints: 500, fixed: 5 },
  ],
  internationalBasisPoints: 0,
  returnsFees: true,
  disputeFee: 1500,
}

function knownFields(): IsKnown {
  const { objects } = packageSchema()
  const fields = new Map(
    Object.entries(objects).map(([object, forms]) => [
      object,
      new Set(forms.flatMap(form => Object.keys((form.properties ?? {}) as Schema))),
    ]),
  )
  return (object, field) => fields.get(object)?.has(field) ?? false
}

async function replayStory(steps: Step[], score: Score, isKnown: IsKnown, only: string): Promise<void> {
  const emulator = await startEmulator({
    host: '127.0.0.1',
    port: 0,
    database: null,
    webhooks: [],
    pricing: PRICING,
  })
  const replay = new Replay(sender(emulator.url), emulator.engine)
  await replay.prepare(steps)
  for (const step of steps) {
    const outcome = await replay.step(step)
    const isAsked = step.path.includes(only)
    const reason =
      reasonFor(step) ??
      (outcome.lacks ? `needs a ${outcome.lacks.split('_')[0]}_ that was not recorded` : null)
    if (isAsked && reason) score.leave(reason)
    else if (isAsked && outcome.answered) {
      const verdict = compareStep({ status: step.status, body: step.response }, outcome.answered, isKnown)
      score.add(`${step.at} ${step.method} ${step.path}`, verdict)
    }
  }
  await emulator.stop()
}

function print(file: string, score: Score, first: number): void {
  console.log(`\n${file}`)
  for (const [aspect, { matched, compared }] of Object.entries(score.counts)) {
    const share = compared === 0 ? '' : ` (${((100 * matched) / compared).toFixed(1)} %)`
    console.log(`  ${aspect.padEnd(6)} ${matched} of ${compared}${share}`)
  }
  for (const [reason, count] of score.left) console.log(`  left   ${count}: ${reason}`)
  for (const difference of score.differences.slice(0, first)) console.log(`  - ${difference}`)
  const more = score.differences.length - first
  if (more > 0) console.log(`  … and ${more} more steps with differences (--all shows them)`)
}

async function replayFile(
  recording: Recording,
  isKnown: IsKnown,
  options: { only: string; all: boolean },
): Promise<Score> {
  const score = new Score()
  for (const story of recording.stories) await replayStory(story, score, isKnown, options.only)
  print(recording.file, score, options.all ? Number.POSITIVE_INFINITY : FIRST)
  return score
}

/** True when the targets are met over all files together. */
function judge(scores: Score[]): boolean {
  let isMet = true
  console.log('\nAll files')
  for (const aspect of ['status', 'error', 'money', 'shape'] as const) {
    const matched = scores.reduce((sum, score) => sum + score.counts[aspect].matched, 0)
    const compared = scores.reduce((sum, score) => sum + score.counts[aspect].compared, 0)
    const share = compared === 0 ? 1 : matched / compared
    const target = TARGETS[aspect]
    const verdict =
      target === undefined ? '' : share >= target ? ', target met' : `, target ${100 * target} % missed`
    isMet &&= target === undefined || share >= target
    console.log(`  ${aspect.padEnd(6)} ${matched} of ${compared} (${(100 * share).toFixed(1)} %)${verdict}`)
  }
  return isMet
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    file: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
  },
})
const [folder] = positionals
if (!folder) {
  console.error(
    'Name the folder of recordings: npm run emulator:conformance -- FOLDER [--only WORD] [--file WORD] [--all]',
  )
  process.exit(2)
}
const isKnown = knownFields()
const scores: Score[] = []
for (const recording of readRecordings(folder).filter(({ file }) => file.includes(values.file)))
  scores.push(await replayFile(recording, isKnown, values))
process.exitCode = judge(scores) ? 0 : 1
