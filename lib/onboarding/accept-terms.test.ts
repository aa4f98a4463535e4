import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeContractor } from '../demo/arrange-contractor.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { acceptTerms } from './accept-terms.ts'
import { acceptTermsInput, TERMS } from './model.ts'
import { getOnboarding } from './queries.ts'
import { syncAccountOf } from './sync-account.ts'

let stripeUrl: string
beforeAll(async () => {
  stripeUrl = await startLocalStripe()
})

let count = 0
async function contractor(origin = { ip: '198.51.100.7', userAgent: 'Firefox of a test' }): Promise<Actor> {
  count += 1
  const person = {
    email: `terms${count}@example.com`,
    displayName: 'Clara Voss',
    password: 'a long enough one',
  }
  return { ...(await arrangeContractor(person)), origin }
}

const accountOf = (actor: Actor) =>
  db().connectedAccount.findFirstOrThrow({ where: { userId: actor.userId } })
const rowsOf = (actor: Actor) =>
  db().termsAcceptance.findMany({ where: { userId: actor.userId }, orderBy: { id: 'asc' } })

async function acceptanceAtStripe(actor: Actor) {
  const { stripeAccountId } = await accountOf(actor)
  const response = await fetch(`${stripeUrl}/v1/accounts/${stripeAccountId}`, {
    headers: { authorization: 'Bearer sk_test_local' },
  })
  const { tos_acceptance } = (await response.json()) as { tos_acceptance: Record<string, unknown> }
  return tos_acceptance
}

describe('accepting the terms', () => {
  test('tells Stripe the contractor’s address and browser and our clock, and keeps both texts’ versions', async () => {
    const actor = await contractor()
    const before = Math.floor(Date.now() / 1000)
    expect(await acceptTerms(actor)).toEqual({ ok: true, value: undefined })
    const rows = await rowsOf(actor)
    expect(
      rows.map(({ document, version, ip, userAgent }) => ({ document, version, ip, userAgent })),
    ).toEqual(
      (['stripe_connected_account', 'holdfast_contractor'] as const).map(document => ({
        document,
        version: TERMS[document].version,
        ip: '198.51.100.7',
        userAgent: 'Firefox of a test',
      })),
    )
    expect(rows[0]?.sentAt).not.toBeNull()
    const sent = await acceptanceAtStripe(actor)
    expect(sent).toMatchObject({ ip: '198.51.100.7', user_agent: 'Firefox of a test' })
    expect(Number(sent.date)).toBeGreaterThanOrEqual(before)
    expect(Number(sent.date)).toBe(Math.floor((rows[0]?.acceptedAt.getTime() ?? 0) / 1000))
    const { requirements } = await accountOf(actor)
    expect(JSON.stringify(requirements)).not.toContain('tos_acceptance')
  })

  test('a version that was accepted before ours changed is asked for again, and both stay on record', async () => {
    const actor = await contractor()
    const haveChanged = async () => (await getOnboarding(actor))?.termsHaveChanged
    expect(await haveChanged()).toBe(true)
    await acceptTerms(actor)
    expect(await haveChanged()).toBe(false)
    const where = { userId: actor.userId, document: 'holdfast_contractor' }
    await db().termsAcceptance.updateMany({ where, data: { version: '2026-11-22' } })
    expect(await haveChanged()).toBe(true)
    await acceptTerms(actor)
    expect(await haveChanged()).toBe(false)
    const versions = await db().termsAcceptance.findMany({ where, orderBy: { acceptedAt: 'asc' } })
    expect(versions.map(({ version }) => version)).toEqual(['2026-11-22', TERMS.holdfast_contractor.version])
  })

  test('an unticked box accepts nothing', () => {
    expect(acceptTermsInput.safeParse({}).success).toBe(false)
    expect(acceptTermsInput.safeParse({ accept: 'off' }).success).toBe(false)
    expect(acceptTermsInput.safeParse({ accept: 'on' }).success).toBe(true)
  })

  test('without an address of the contractor nothing is claimed', async () => {
    const actor = await contractor({ ip: '', userAgent: '' })
    expect(await acceptTerms(actor)).toEqual({ ok: false, error: 'address_unknown' })
    expect(await rowsOf(actor)).toEqual([])
  })

  test('a consent that Stripe did not hear of is sent later with its own time and address', async () => {
    const actor = await contractor()
    const unheard = await duringOutage('fail_before', '/v1/accounts/:id', () => acceptTerms(actor))
    expect(unheard).toEqual({ ok: false, error: 'stripe_unavailable' })
    const [kept] = await rowsOf(actor)
    expect(kept?.sentAt).toBeNull()
    const account = await accountOf(actor)
    const [job] = await db().$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE key = ${`sync-account:${account.id}`}`
    expect(job).toBeDefined()
    expect(await syncAccountOf(account.id)).toMatchObject({ ok: true })
    const sent = await acceptanceAtStripe(actor)
    expect(sent).toMatchObject({
      date: Math.floor((kept?.acceptedAt.getTime() ?? 0) / 1000),
      ip: '198.51.100.7',
    })
    expect((await rowsOf(actor))[0]?.sentAt).not.toBeNull()
  })

  test('an older consent that was never sent does not put its date over a newer one’s', async () => {
    const actor = await contractor()
    await acceptTerms(actor)
    await acceptTerms(actor)
    const [older] = await rowsOf(actor)
    await db().termsAcceptance.update({ where: { id: older?.id ?? '' }, data: { sentAt: null } })
    const before = await acceptanceAtStripe(actor)
    await syncAccountOf((await accountOf(actor)).id)
    expect(await acceptanceAtStripe(actor)).toEqual(before)
  })

  test('employers have no such account', async () => {
    const actor = await contractor()
    expect(await acceptTerms({ ...actor, role: 'EMPLOYER' })).toEqual({
      ok: false,
      error: 'account_not_open',
    })
  })
})
