import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { draftEvidence } from '#components/admin/evidence-draft.ts'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { newRequestKey } from '../ids.ts'
import { sendMessage } from '../messages/send-message.ts'
import { type DisputeCast, newDispute, newDisputeCast } from '../testing/disputes.ts'
import { atStripe } from '../testing/faults/at-stripe.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, duringOutage, newAdmin, OUTAGES } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { type Evidence, saveEvidenceInput, submitEvidenceInput } from './evidence-model.ts'
import { getDispute } from './queries.ts'
import { saveEvidence } from './save-evidence.ts'
import { submitEvidence } from './submit-evidence.ts'
import { syncDispute } from './sync-dispute.ts'

let cast: DisputeCast
let admin: Actor

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  cast = await newDisputeCast()
  admin = await newAdmin()
})

type Disputed = { disputeId: string; stripeDisputeId: string; orderId: string }

async function disputed(): Promise<Disputed> {
  const { disputeId: stripeDisputeId, orderId } = await newDispute(cast.disputing)
  expectOk(await syncDispute(stripeDisputeId), 'hear of it')
  const { id } = await db().dispute.findFirstOrThrow({ where: { stripeDisputeId } })
  return { disputeId: id, stripeDisputeId, orderId }
}

const detail = async ({ disputeId }: Disputed, by = admin) => {
  const found = await getDispute(by, disputeId)
  if (!found) throw new Error('There is no such dispute')
  return found
}

async function save(of: Disputed, change: Partial<Evidence> = {}): Promise<number> {
  const { facts, evidence } = await detail(of)
  const words = evidence?.words ?? (facts && draftEvidence(facts, wordsIn('en')))
  const form = { disputeId: of.disputeId, ...words, ...change }
  return expectOk(await saveEvidence(admin, saveEvidenceInput.parse(form)), 'save').version
}

const submit = ({ disputeId }: Disputed, version: number, by = admin) =>
  submitEvidence(by, { disputeId, version, once: 'on' })

type AtStripe = {
  status: string
  evidence: Record<string, string | null>
  evidence_details: { submission_count: number }
}
const there = ({ stripeDisputeId }: Disputed) => atStripe<AtStripe>(`disputes/${stripeDisputeId}`)
const answers = ({ orderId }: Disputed) =>
  db().orderEvent.count({ where: { orderId, kind: 'dispute_answered' } })

describe('evidence', () => {
  test('begins with what the order tells, is kept until it is sent, and is then with the bank as it was read', async () => {
    const of = await disputed()
    const { employer, contractor } = cast.disputing
    const text = 'Thank you, this is exactly what I wanted.'
    expectOk(
      await sendMessage(employer, { orderId: of.orderId, requestKey: newRequestKey(), text }, []),
      'write',
    )
    const { facts } = await detail(of)
    const draft = facts && draftEvidence(facts, wordsIn('en'))
    expect(draft).toMatchObject({ customerName: 'Erin Employer', customerIp: employer.origin.ip })
    expect(draft?.productDescription).toContain('A piece of work\n\nAs agreed between us.')
    expect(draft?.story).toContain(`Employer: “${text}”`)
    const steps = [
      'the amount was held',
      'The contractor delivered the work.',
      'The employer approved the work.',
    ]
    for (const step of steps) expect(draft?.story).toContain(step)

    const first = await save(of)
    const second = await save(of, { story: 'They thanked for it in writing.', serviceDate: '' })
    expect(await there(of)).toMatchObject({ status: 'needs_response', evidence: { customer_name: null } })
    expect(await submit(of, first)).toEqual({ ok: false, error: 'changed' })
    expect(await submit(of, second)).toEqual({ ok: true, value: undefined })
    expect(await there(of)).toMatchObject({
      status: 'under_review',
      evidence: {
        customer_name: 'Erin Employer',
        uncategorized_text: 'They thanked for it in writing.',
        service_date: null,
      },
      evidence_details: { submission_count: 1 },
    })
    const { dispute, evidence } = await detail(of)
    expect(dispute.status).toBe('under_review')
    expect(evidence).toMatchObject({ status: 'sent', version: 2, wasRefused: false })
    expect(await answers(of)).toBe(1)
    const again = saveEvidenceInput.parse({ disputeId: of.disputeId, story: 'One more thing' })
    expect(await saveEvidence(admin, again)).toEqual({ ok: false, error: 'not_answerable' })
    expect(await submit(of, second)).toEqual({ ok: false, error: 'not_answerable' })

    for (const stranger of [employer, contractor]) {
      expect(await getDispute(stranger, of.disputeId)).toBeNull()
      expect(await saveEvidence(stranger, again)).toEqual({ ok: false, error: 'not_found' })
      expect(await submit(of, second, stranger)).toEqual({ ok: false, error: 'not_found' })
    }
  })

  test.each(OUTAGES)('is sent once when Stripe fails by %s', async outage => {
    const of = await disputed()
    const version = await save(of)
    const sent = await duringOutage(outage, '/v1/disputes/:id', () => submit(of, version))
    expect(sent).toEqual({ ok: false, error: 'stripe_unavailable' })
    const locked = saveEvidenceInput.parse({ disputeId: of.disputeId, story: 'Too late' })
    expect(await saveEvidence(admin, locked)).toEqual({ ok: false, error: 'already_sent' })
    await recover()
    expect((await there(of)).evidence_details.submission_count).toBe(1)
    expect((await detail(of)).evidence?.status).toBe('sent')
    expect(await answers(of)).toBe(1)
  })

  test('is sent once by many at once, and the bank’s decision follows', async () => {
    const of = await disputed()
    const version = await save(of, { story: 'winning_evidence' })
    const results = await Promise.all(Array.from({ length: 5 }, () => submit(of, version)))
    expect(results.some(({ ok }) => ok)).toBe(true)
    expect((await there(of)).evidence_details.submission_count).toBe(1)
    expect(await answers(of)).toBe(1)
    await advanceClock(60)
    expectOk(await syncDispute(of.stripeDisputeId), 'hear of the decision')
    await recover()
    expect((await detail(of)).dispute.status).toBe('won')
  })

  test('that Stripe refuses, because the dispute was given up there, is told and never taken for sent', async () => {
    const of = await disputed()
    const version = await save(of)
    await fetch(`${process.env.STRIPE_LOCAL_URL}/v1/disputes/${of.stripeDisputeId}/close`, {
      method: 'POST',
      headers: { authorization: `Bearer ${process.env.STRIPE_SECRET_KEY}` },
    })
    expect(await submit(of, version)).toEqual({ ok: false, error: 'not_answerable' })
    const { dispute, evidence } = await detail(of)
    expect(dispute.status).toBe('lost')
    expect(evidence).toMatchObject({ status: 'draft', wasRefused: true })
    expect(await answers(of)).toBe(0)
  })
})

test('a form wants some words, and a tick before it is sent', () => {
  expect(saveEvidenceInput.safeParse({ disputeId: 'dsp_1', story: '  ' }).error?.issues[0]?.path).toEqual([
    'story',
  ])
  expect(saveEvidenceInput.safeParse({ disputeId: 'dsp_1', story: 'x'.repeat(20_001) }).success).toBe(false)
  expect(submitEvidenceInput.safeParse({ disputeId: 'dsp_1', version: '1' }).success).toBe(false)
})
