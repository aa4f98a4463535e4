import { beforeAll, expect, test } from 'vitest'
import {
  arrangeContractor,
  arrangeDetails,
  arrangeDocuments,
  untilPayable,
} from '../demo/arrange-contractor.ts'
import { person, platformFor, viewOf } from '../testing/companies.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock } from '../testing/marketplace.ts'

beforeAll(async () => {
  await startLocalStripe()
})

test.each(['US', 'CA', 'GB', 'DE', 'FR', 'PL', 'CH', 'SE', 'AU'] as const)(
  'a person in %s is payable when all is given',
  async country => {
    await platformFor(country)
    const actor = await arrangeContractor(person(), country)
    expect((await viewOf(actor)).steps.map(({ state }) => state)).toEqual(Array(5).fill('todo'))
    await arrangeDetails(actor)
    await arrangeDocuments(actor)
    await advanceClock(60)
    await untilPayable(actor)
    expect(await viewOf(actor)).toMatchObject({ standing: 'verified', country, payable: true })
  },
)
