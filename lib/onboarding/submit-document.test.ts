import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { newRequestKey } from '../ids.ts'
import { cardPicture } from '../testing/documents.ts'
import { inWords } from '../testing/in-words.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, duringOutage } from '../testing/marketplace.ts'
import { body, contractor, passport, photo, refusal, rowsOf } from '../testing/onboarding-documents.ts'
import { type SubmitDocumentInput, submitDocumentInput } from './document-input-model.ts'
import { DOCUMENT_BYTES_MAX } from './document-model.ts'
import { getOnboarding } from './queries.ts'
import { submitDocument } from './submit-document.ts'
import { syncAccountOf } from './sync-account.ts'

beforeAll(async () => {
  await startLocalStripe()
})

const proof = (): SubmitDocumentInput => ({
  requestKey: newRequestKey(),
  kind: 'additional',
  type: 'proof_of_address',
  side: 'front',
})
describe('a whole verification', () => {
  test('the passport alone leaves it open and says which document is missing; with both it is verified', async () => {
    const actor = await contractor()
    expect(await submitDocument(actor, passport(), body(await photo()))).toEqual({
      ok: true,
      value: { attached: true, missingSide: null },
    })
    await advanceClock(3600)
    const half = await getOnboarding(actor)
    expect(half).toMatchObject({
      standing: 'action_needed',
      missingDocuments: ['additional'],
      payable: false,
      identityType: 'passport',
    })
    expect(await refusal(actor, proof(), await photo())).toBe('taken')
    await advanceClock(3600)
    const whole = await getOnboarding(actor)
    expect(whole).toMatchObject({ standing: 'verified', missingDocuments: [], payable: true })
    expect(whole?.steps.map(step => step.state)).toEqual(['done', 'done', 'done', 'done', 'done'])
    expect(await refusal(actor, passport(), await photo())).toBe('not_needed')
  })

  test('an ID card is attached once both sides are there', async () => {
    const actor = await contractor()
    const requestKey = newRequestKey()
    const card = { requestKey, kind: 'identity', type: 'id_card' } as const
    const front = await photo()
    expect(await submitDocument(actor, { ...card, side: 'front' }, body(front))).toEqual({
      ok: true,
      value: { attached: false, missingSide: 'back' },
    })
    const half = await getOnboarding(actor)
    expect(half?.missingDocuments).toContain('identity')
    // Another browser goes on with the side that is missing.
    expect(half?.documents.identity.unfinished).toEqual({ requestKey, type: 'id_card', sent: ['front'] })
    expect(await refusal(actor, { ...card, side: 'back' }, front)).toBe('same_front_and_back')
    expect(await submitDocument(actor, { ...card, side: 'back' }, body(await photo()))).toMatchObject({
      value: { attached: true },
    })
    expect((await getOnboarding(actor))?.documents.identity.unfinished).toBeNull()
    const rows = await rowsOf(actor)
    expect(rows.map(row => [row.side, row.attachedAt !== null])).toEqual([
      ['front', true],
      ['back', true],
    ])
  })

  test('a refused document is shown with its reason, and the same file is not taken again', async () => {
    const actor = await contractor()
    const expired = await photo('expired')
    expect(await refusal(actor, passport(), expired)).toBe('taken')
    await advanceClock(3600)
    const refused = inWords(await getOnboarding(actor))
    const step = refused?.steps.find(({ id }) => id === 'identity')
    expect(step).toMatchObject({ state: 'rejected', problems: [{ problem: 'The document has expired.' }] })
    expect(refused?.payable).toBe(false)
    expect(refused?.toDo.now).toMatchObject([
      { step: 'identity', problems: [{ problem: 'The document has expired.' }] },
    ])
    expect(await refusal(actor, passport(), expired)).toBe('same_file_again')
    expect(await refusal(actor, passport(), await photo())).toBe('taken')
    await advanceClock(3600)
    expect((await getOnboarding(actor))?.steps.find(({ id }) => id === 'identity')?.state).toBe('done')
  })

  test('the identity document may be given again as additional one, but not as a proof of address', async () => {
    const actor = await contractor()
    const bytes = await photo()
    await submitDocument(actor, passport(), body(bytes))
    expect(await refusal(actor, proof(), bytes)).toBe('same_file_again')
    const again = { ...proof(), type: 'passport' } as const
    expect(await refusal(actor, again, bytes)).toBe('taken')
  })
})

describe('what is not taken', () => {
  test('a blurred picture only by somebody who says so', async () => {
    const actor = await contractor()
    const blurred = await sharp(await cardPicture().png().toBuffer())
      .blur(15)
      .jpeg()
      .toBuffer()
    expect(await refusal(actor, passport(), blurred)).toBe('looks_blurred')
    expect(await refusal(actor, { ...passport(), anyway: 'yes' }, blurred)).toBe('taken')
  })

  test('is refused by its content and leaves no row behind', async () => {
    const actor = await contractor()
    expect(await refusal(actor, passport(), Buffer.from('a text file called passport.png'))).toBe(
      'type_unknown',
    )
    expect(await refusal(actor, passport(), new Uint8Array(0))).toBe('empty_file')
    expect(await refusal(actor, passport(), Buffer.from('%PDF-1.7\n%%EOF'))).toBe('pdf_not_allowed')
    const eleven = Buffer.concat([await photo(), Buffer.alloc(11 * 1024 * 1024)])
    expect(await refusal(actor, passport(), eleven)).toBe('too_large')
    expect(await rowsOf(actor)).toEqual([])
  })

  test('exactly 10 MB is taken, one byte more is not', async () => {
    const actor = await contractor()
    const jpeg = await photo()
    const full = Buffer.concat([jpeg, Buffer.alloc(DOCUMENT_BYTES_MAX - jpeg.length)])
    expect(await refusal(actor, passport(), Buffer.concat([full, Buffer.alloc(1)]))).toBe('too_large')
    expect(await refusal(actor, passport(), full)).toBe('taken')
    expect((await rowsOf(actor))[0]?.byteCount).toBe(DOCUMENT_BYTES_MAX)
  })

  test('sides and kinds that do not exist are no input', () => {
    expect(submitDocumentInput.safeParse({ ...passport(), side: 'back' }).success).toBe(false)
    expect(submitDocumentInput.safeParse({ ...passport(), type: 'proof_of_address' }).success).toBe(false)
    expect(submitDocumentInput.safeParse({ ...proof(), type: 'id_card', side: 'back' }).success).toBe(false)
    expect(submitDocumentInput.safeParse({ ...passport(), requestKey: 'req_1' }).success).toBe(false)
    expect(submitDocumentInput.safeParse(passport()).success).toBe(true)
  })

  test('somebody without an account of their own has nothing to attach to', async () => {
    const actor = await contractor()
    expect(await refusal({ ...actor, role: 'EMPLOYER' }, passport(), await photo())).toBe('account_not_open')
    expect(await refusal({ ...actor, userId: 'usr_nobody' }, passport(), await photo())).toBe(
      'account_not_open',
    )
  })
})

describe('the same upload again', () => {
  test('twice at once and once more after is one document', async () => {
    const actor = await contractor()
    const [input, bytes] = [passport(), await photo()]
    const both = await Promise.all([refusal(actor, input, bytes), refusal(actor, input, bytes)])
    expect(both.sort()).toEqual(['taken', 'too_many_at_once'])
    expect(await refusal(actor, input, bytes)).toBe('taken')
    expect(await rowsOf(actor)).toHaveLength(1)
    expect(await refusal(actor, input, await photo())).toBe('other_file_same_key')
  })

  test('goes on after a crash between row and file', async () => {
    const actor = await contractor()
    const [input, bytes] = [passport(), await photo()]
    const lost = await duringOutage('fail_after', '/v1/files', () => refusal(actor, input, bytes))
    expect(lost).toBe('stripe_unavailable')
    expect(await rowsOf(actor)).toMatchObject([{ stripeFileId: null, attachedAt: null }])
    expect(await refusal(actor, input, bytes)).toBe('taken')
    expect(await rowsOf(actor)).toHaveLength(1)
  })

  test('goes on after a crash between file and attaching, by the next submit or by the job', async () => {
    for (const resume of ['submit', 'job'] as const) {
      const actor = await contractor()
      const [input, bytes] = [passport(), await photo()]
      const lost = await duringOutage('cut', '/v1/accounts/:id', () => refusal(actor, input, bytes))
      expect(lost).toBe('stripe_unavailable')
      const [half] = await rowsOf(actor)
      expect(half).toMatchObject({ attachedAt: null })
      expect(half?.stripeFileId).toMatch(/^file_/)
      if (resume === 'submit') expect(await refusal(actor, input, bytes)).toBe('taken')
      else await syncAccountOf(half?.connectedAccountId ?? '')
      expect(await rowsOf(actor)).toMatchObject([{ stripeFileId: half?.stripeFileId }])
      expect((await rowsOf(actor))[0]?.attachedAt).not.toBeNull()
    }
  })
})
