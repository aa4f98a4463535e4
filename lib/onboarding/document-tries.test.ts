import { beforeAll, describe, expect, test } from 'vitest'
import { newRequestKey } from '../ids.ts'
import { inWords } from '../testing/in-words.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock } from '../testing/marketplace.ts'
import { body, contractor, passport, photo, refusal, rowsOf } from '../testing/onboarding-documents.ts'
import { getOnboarding } from './queries.ts'
import { submitDocument } from './submit-document.ts'

beforeAll(async () => {
  await startLocalStripe()
})

describe('tries', () => {
  test('are counted once each with their reasons, and the tenth is the last', async () => {
    const actor = await contractor()
    await refusal(actor, passport(), await photo('expired'))
    await advanceClock(3600)
    for (let looks = 0; looks < 3; looks++) await getOnboarding(actor)
    expect(inWords((await getOnboarding(actor))?.documents.identity)).toMatchObject({
      triesLeft: 9,
      rejected: [{ type: 'passport', words: { problem: 'The document has expired.' } }],
    })
    expect((await getOnboarding(actor))?.documents.additional).toMatchObject({ triesLeft: 10, rejected: [] })
    for (let tries = 2; tries <= 10; tries++) {
      expect(await refusal(actor, passport(), await photo('not_readable'))).toBe('taken')
      await advanceClock(3600)
      expect((await getOnboarding(actor))?.documents.identity.triesLeft).toBe(10 - tries)
    }
    expect(await refusal(actor, passport(), await photo())).toBe('no_tries_left')
  })

  test('two refused sides are one try', async () => {
    const actor = await contractor()
    const card = { requestKey: newRequestKey(), kind: 'identity', type: 'id_card' } as const
    await submitDocument(actor, { ...card, side: 'front' }, body(await photo()))
    await submitDocument(actor, { ...card, side: 'back' }, body(await photo('expired')))
    await advanceClock(3600)
    expect((await getOnboarding(actor))?.documents.identity.triesLeft).toBe(9)
    expect((await rowsOf(actor)).map(row => row.rejectedCode)).toEqual([
      'verification_document_expired',
      'verification_document_expired',
    ])
  })
})
