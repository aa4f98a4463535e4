import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { newRequestKey } from '../ids.ts'
import { fail, ok } from '../result.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newEmployer } from '../testing/marketplace.ts'
import { forgetSubmissions } from './forget-submissions.ts'
import type { Submission } from './model.ts'
import { submitOnce } from './submit-once.ts'

let userId: string
beforeAll(async () => {
  await startLocalStripe()
  userId = (await newEmployer()).userId
})

const submission = (change: Partial<Submission> = {}): Submission => ({
  userId,
  requestKey: newRequestKey(),
  form: 'order.deliver',
  content: { orderId: 'ord_1', note: 'Done.' },
  ...change,
})

/** Work that takes a moment and counts how often it is done. */
function counted() {
  let times = 0
  const work = async () => {
    times++
    await new Promise(resolve => setTimeout(resolve, 200))
    return ok({ times })
  }
  return { work, times: () => times }
}

describe('a form that is sent', () => {
  test('twenty times at once is done once, and every sender has the same answer', async () => {
    const { work, times } = counted()
    const once = submission()
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitOnce(once, work)))
    expect(times()).toBe(1)
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: { times: 1 } })
    expect(await submitOnce(once, work)).toEqual({ ok: true, value: { times: 1 } })
    expect(times()).toBe(1)
  })

  test('with nothing to say is remembered all the same', async () => {
    const once = submission()
    let times = 0
    const work = async () => {
      times++
      return ok()
    }
    expect(await submitOnce(once, work)).toEqual({ ok: true, value: undefined })
    expect(await submitOnce(once, work)).toEqual({ ok: true, value: undefined })
    expect(times).toBe(1)
  })

  test('again with other content or on another form is refused, even while the first is under way', async () => {
    const { work, times } = counted()
    const once = submission()
    const first = submitOnce(once, work)
    await expect.poll(times).toBe(1)
    const other = { ...once, content: { ...once.content, note: 'Not done.' } }
    expect(await submitOnce(other, work)).toEqual({ ok: false, error: 'other_content' })
    await first
    expect(await submitOnce(other, work)).toEqual({ ok: false, error: 'other_content' })
    const elsewhere = { ...once, form: 'order.cancel' }
    expect(await submitOnce(elsewhere, work)).toEqual({ ok: false, error: 'other_content' })
    expect(times()).toBe(1)
  })

  test('by somebody else with the same key is another form', async () => {
    const { work, times } = counted()
    const once = submission()
    await submitOnce(once, work)
    await submitOnce({ ...once, userId: (await newEmployer()).userId }, work)
    expect(times()).toBe(2)
  })

  test('and refused, or broken, may be sent again with a change', async () => {
    const { work } = counted()
    const once = submission()
    expect(await submitOnce(once, async () => fail('not_now'))).toEqual({ ok: false, error: 'not_now' })
    const broken = async () => {
      throw new Error('a bug')
    }
    await expect(submitOnce(once, broken)).rejects.toThrow('a bug')
    expect(await submitOnce({ ...once, content: {} }, work)).toMatchObject({ ok: true })
  })

  test('and left behind by a process that died is taken up after a while', async () => {
    const { work, times } = counted()
    const once = submission()
    const dying = submitOnce(once, () => new Promise(() => undefined))
    dying.catch(() => undefined)
    await expect.poll(() => db().formSubmission.count({ where: { requestKey: once.requestKey } })).toBe(1)
    await db().$executeRaw`UPDATE form_submissions SET started_at = now() - interval '21 seconds'
      WHERE request_key = ${once.requestKey}`
    expect(await submitOnce(once, work)).toEqual({ ok: true, value: { times: 1 } })
    expect(times()).toBe(1)
  })

  test('is forgotten after a week, and its content was never kept', async () => {
    const { work } = counted()
    const once = submission({ content: { ssnLast4: '1234' } })
    await submitOnce(once, work)
    const row = await db().formSubmission.findFirstOrThrow({ where: { requestKey: once.requestKey } })
    expect(JSON.stringify(row)).not.toMatch(/ssnLast4|\b1234\b/)
    const before = new Date(Date.now() - 8 * 24 * 3600 * 1000)
    await db().formSubmission.updateMany({
      where: { requestKey: once.requestKey },
      data: { startedAt: before },
    })
    expect(await forgetSubmissions()).toBe(1)
    expect(await db().formSubmission.count({ where: { requestKey: once.requestKey } })).toBe(0)
  })
})
