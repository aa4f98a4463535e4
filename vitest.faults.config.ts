import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import base from './vitest.config.ts'

/** What takes longest, longest first: begun last it would run on alone, while the other workers have nothing left to do. */
const LONGEST =
  'model-1 model-2 operations-1 operations-2 operations-3 pairs restore lives races webhooks upheavals simulator-1 simulator-2'.split(
    ' ',
  )

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex(name => moduleId.endsWith(`/${name}.fault.ts`))
      return index < 0 ? LONGEST.length : index
    }
    return files.toSorted((one, other) => place(one) - place(other))
  }
}

/** The fault table: `npm run faults`. Apart from the other tests because it takes minutes. */
export default defineConfig({
  test: {
    ...base.test,
    globalSetup: ['scripts/testing/vitest-server.ts', 'lib/testing/faults/bundle-subject.ts'],
    include: ['{lib/testing,scripts}/faults/*.fault.ts'],
    sequence: { sequencer: LongestFirst },
    // One admin does thousands of recoveries in a day there; what needs a second one is an operation of its own.
    env: { ONE_ADMIN_MAX: 'usd:999999999' },
  },
})
