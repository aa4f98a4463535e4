import { now } from '../clock.ts'
import { contractorCountries } from '../countries.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { message } from '../i18n/message.ts'
import { ACCOUNT_WALLS, type AccountWall } from '../stripe/account-walls.ts'
import type { PlatformSnapshot } from '../stripe/platform.ts'
import { mayConnect, retrievePlatformAccount } from '../stripe/platform.ts'
import type { Check, Finding } from './model.ts'

const DASHBOARD = 'https://dashboard.stripe.com'
/** Webhooks older than five minutes are refused, so a clock that is off by half of that soon hurts. */
const SKEW_SECONDS_MAX = 150
const SKEW_SECONDS_NOTICED = 10
/** Longer than opening an account ever takes: after it, Stripe has refused. */
const OPENING_MS = 15 * 60_000

/** The part of a key that names its account, where keys have one: both keys of an account begin alike after `_51`. */
function accountPart(key: string): string | null {
  return /_(?:test|live)_51([A-Za-z0-9]{14})/.exec(key)?.[1] ?? null
}

function keys(): Finding {
  const { mode, secretKey, publishableKey } = env().stripe
  const [one, other] = [accountPart(secretKey), accountPart(publishableKey)]
  if (one && other && one !== other) {
    return {
      check: 'keys',
      state: 'failed',
      text: message('doctor.keysOfTwo'),
      link: `${DASHBOARD}/apikeys`,
    }
  }
  return { check: 'keys', state: 'ok', text: message('doctor.keysOk', { mode }) }
}

function clock({ answeredAt }: PlatformSnapshot): Finding {
  if (!answeredAt) return { check: 'clock', state: 'unknown', text: message('doctor.clockUnknown') }
  const seconds = Math.round(Math.abs(now().getTime() - answeredAt.getTime()) / 1000)
  if (seconds <= SKEW_SECONDS_NOTICED) return { check: 'clock', state: 'ok', text: message('doctor.clockOk') }
  const state = seconds > SKEW_SECONDS_MAX ? 'failed' : 'warning'
  return { check: 'clock', state, text: message('doctor.clockOff', { seconds }) }
}

async function databaseAccount({ accountId }: PlatformSnapshot): Promise<Finding> {
  const check = 'database_account'
  const { livemode } = env().stripe
  const known = await db().stripePlatform.findUnique({ where: { livemode } })
  if (!known || known.accountId === accountId)
    return { check, state: 'ok', text: message('doctor.databaseOk', { accountId }) }
  const { accountId: kept } = known
  return { check, state: 'failed', text: message('doctor.databaseOther', { kept, accountId }) }
}

async function connect(): Promise<Finding> {
  const listed = await mayConnect()
  if (listed.ok) return { check: 'connect', state: 'ok', text: message('doctor.connectOk') }
  return {
    check: 'connect',
    state:
      listed.error.kind === 'invalid_request' || listed.error.kind === 'unavailable' ? 'failed' : 'unknown',
    text: message('doctor.connectMissing'),
    link: `${DASHBOARD}/connect`,
  }
}

const WALL_PAGES: Record<AccountWall, string> = {
  connect: '/connect',
  profile: '/settings/connect/platform-profile',
  first_version: '/settings/features/feat_accounts_v1_support',
  second_version: '/settings/connect/platform-setup',
  transfers: '/settings/connect/platform-profile',
}
const isWall = (word: string | null): word is AccountWall => ACCOUNT_WALLS.some(one => one === word)

/** Stripe tells only when an account is opened that the platform may open none, and why. */
async function accounts(): Promise<Finding> {
  const check = 'accounts'
  const before = new Date(now().getTime() - OPENING_MS)
  const { livemode } = env().stripe
  const unopened = await db().connectedAccount.findMany({
    where: {
      livemode,
      stripeAccountId: null,
      OR: [{ createdAt: { lt: before } }, { openingWall: { not: null } }],
    },
    select: { openingWall: true },
    orderBy: { createdAt: 'desc' },
  })
  const count = unopened.length
  if (count === 0) return { check, state: 'ok', text: message('doctor.accountsOk') }
  const wall = unopened.map(({ openingWall }) => openingWall).find(isWall)
  const text = message(wall ? `doctor.wall_${wall}` : 'doctor.accountsRefused', { count })
  return { check, state: 'failed', text, link: `${DASHBOARD}${WALL_PAGES[wall ?? 'profile']}` }
}

function charges({ chargesEnabled, payoutsEnabled, detailsSubmitted }: PlatformSnapshot): Finding {
  if (chargesEnabled && payoutsEnabled)
    return { check: 'charges', state: 'ok', text: message('doctor.chargesOk') }
  const text = detailsSubmitted ? message('doctor.chargesOff') : message('doctor.chargesUnfinished')
  return { check: 'charges', state: 'failed', text, link: `${DASHBOARD}/account/onboarding` }
}

function countries({ country, defaultCurrency }: PlatformSnapshot): Finding {
  const served = contractorCountries(country)
  const [only] = served
  if (!only) {
    const text = message('doctor.countriesNone', { country: country ?? '?' })
    return { check: 'countries', state: 'failed', text }
  }
  const currency = (defaultCurrency ?? '?').toUpperCase()
  const text =
    served.length === 1
      ? message('doctor.countriesOne', { country: `country:${only}`, currency })
      : message('doctor.countriesMany', { count: served.length, currency })
  return { check: 'countries', state: 'ok', text }
}

function descriptor({ statementDescriptor: words }: PlatformSnapshot): Finding {
  if (words) return { check: 'descriptor', state: 'ok', text: message('doctor.descriptorOk', { words }) }
  const link = `${DASHBOARD}/settings/public`
  return { check: 'descriptor', state: 'warning', text: message('doctor.descriptorMissing'), link }
}

const OF_THE_ACCOUNT: Check[] = ['clock', 'database_account', 'charges', 'countries', 'descriptor']

/** The keys, and what Stripe says of the account that they belong to. Reads only. */
export async function platformChecks(): Promise<Finding[]> {
  const account = await retrievePlatformAccount()
  if (!account.ok) {
    const isKey = account.error.kind === 'unavailable'
    const text = isKey ? message('doctor.stripeRefusesKey') : message('doctor.stripeSilent')
    const rest = OF_THE_ACCOUNT.map(
      check => ({ check, state: 'unknown', text: message('doctor.needsStripe') }) as const,
    )
    return [keys(), { check: 'stripe', state: 'failed', text }, ...rest]
  }
  const { value } = account
  return [
    keys(),
    { check: 'stripe', state: 'ok', text: message('doctor.stripeOk', { accountId: value.accountId }) },
    clock(value),
    await databaseAccount(value),
    await connect(),
    await accounts(),
    charges(value),
    countries(value),
    descriptor(value),
  ]
}
