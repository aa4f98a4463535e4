import { beforeAll, expect, test } from 'vitest'
import { DAY_MS, now } from '../clock.ts'
import { db } from '../db.ts'
import { newId } from '../ids.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { injectFault, newAdmin, newEmployer } from '../testing/marketplace.ts'
import { HANDLERS } from '../webhooks/handlers.ts'
import { examine, examineFor } from './examine.ts'
import { type Check, worstOf } from './model.ts'
import { webhookAddress } from './webhook-checks.ts'

const WANTED = Object.keys(HANDLERS)

beforeAll(async () => {
  await startLocalStripe()
})

const found = async () => {
  const findings = await examine(WANTED)
  return new Map<Check, string>(
    findings.map(({ check, state, text }) => [check, `${state} ${text.split('?')[0]}`]),
  )
}

/** An endpoint that sends to nowhere: events are none of this. */
const addEndpoint = (events: string[], url = webhookAddress()) =>
  doAtStripe<{ id: string }>('webhook_endpoints', {
    url,
    api_version: '2026-10-28.endive',
    ...Object.fromEntries(events.map((name, index) => [`enabled_events[${index}]`, name])),
  })

test('says of a new platform what is missing, and is content when all is there', async () => {
  const first = await found()
  expect(Object.fromEntries(first)).toMatchObject({
    keys: 'ok doctor.keysOk',
    stripe: 'ok doctor.stripeOk',
    clock: 'ok doctor.clockOk',
    database_account: 'ok doctor.databaseOk',
    connect: 'ok doctor.connectOk',
    accounts: 'ok doctor.accountsOk',
    charges: 'ok doctor.chargesOk',
    countries: 'ok doctor.countriesMany',
    descriptor: 'ok doctor.descriptorOk',
    endpoints: 'failed doctor.endpointsMissing',
    deliveries: 'warning doctor.deliveriesNone',
    mail: 'ok doctor.mailLocal',
    migrations: 'ok doctor.migrationsOk',
    admins: 'failed doctor.adminsNone',
  })
  expect(first.has('events')).toBe(false)
  await newAdmin()
  expect((await found()).get('admins')).toBe('warning doctor.adminsOne')
  await newAdmin()

  await addEndpoint(['*'], 'http://127.0.0.1:9/elsewhere')
  await addEndpoint(WANTED.filter(name => !name.startsWith('payout.')))
  expect((await found()).get('endpoints')).toBe('failed doctor.endpointsMissing')
  const second = await addEndpoint(['payout.created'])
  const events = (await examine(WANTED)).find(({ check }) => check === 'events')
  expect(events).toMatchObject({ state: 'failed' })
  expect(new URLSearchParams(events?.text.split('?')[1]).get('names')).toBe(
    'payout.updated, payout.paid, payout.failed, payout.canceled',
  )
  await doAtStripe(`webhook_endpoints/${second.id}`, { 'enabled_events[0]': '*', disabled: 'true' })
  expect((await found()).get('endpoints')).toBe('failed doctor.endpointsOff')
  await doAtStripe(`webhook_endpoints/${second.id}`, { disabled: 'false' })
  const event = {
    id: newId('sev'),
    stripeEventId: 'evt_doctor',
    livemode: false,
    type: 'x',
    objectId: 'x',
    payload: {},
  }
  await db().stripeEvent.create({ data: event })
  const findings = await examine(WANTED)
  expect(findings.filter(({ state }) => state !== 'ok')).toEqual([])
  expect(worstOf(findings)).toBe('ok')
})

test('names what has gone wrong since, and what cannot be known while Stripe is away', async () => {
  const { livemode } = { livemode: false }
  await db().stripeEvent.updateMany({ data: { receivedAt: new Date(now().getTime() - 9 * DAY_MS) } })
  await db().stripePlatform.create({ data: { livemode, accountId: 'acct_another' } })
  const { userId } = await newEmployer()
  const refused = { id: newId('cac'), userId, livemode, country: 'US', defaultCurrency: 'usd' }
  await db().connectedAccount.create({ data: { ...refused, createdAt: new Date(now().getTime() - DAY_MS) } })
  expect(Object.fromEntries(await found())).toMatchObject({
    database_account: 'failed doctor.databaseOther',
    accounts: 'failed doctor.accountsRefused',
    deliveries: 'warning doctor.deliveriesOld',
  })
  await injectFault({ method: 'GET', path: '/v1/account', kind: 'fail_before', count: 3 })
  expect(Object.fromEntries(await found())).toMatchObject({
    stripe: 'failed doctor.stripeSilent',
    clock: 'unknown doctor.needsStripe',
    charges: 'unknown doctor.needsStripe',
    migrations: 'ok doctor.migrationsOk',
  })
})

test('is for those who may change settings', async () => {
  const owner = await newAdmin()
  expect((await examineFor(owner, WANTED)).length).toBeGreaterThan(15)
  for (const adminRole of ['support', 'finance'] as const)
    expect(await examineFor({ ...owner, adminRole }, WANTED)).toEqual([])
})
