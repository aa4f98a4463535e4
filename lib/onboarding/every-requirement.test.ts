import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { COUNTRIES } from '../countries.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import { inWords } from '../testing/in-words.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { errorWords, KNOWN_ERROR_CODES } from './error-words.ts'
import { requirementWords } from './requirement-words.ts'

// Everything that the local Stripe can ask and refuse has words of its own and something to do.

type Requirements = Record<'currently_due' | 'eventually_due' | 'pending_verification', string[]>
type Account = { id: string; requirements: Requirements }

const CAPABILITIES = {
  'capabilities[card_payments][requested]': 'true',
  'capabilities[transfers][requested]': 'true',
}
const PERSON = {
  first_name: 'Ada',
  last_name: 'Voss',
  'dob[day]': '2',
  'dob[month]': '3',
  'dob[year]': '1980',
}
const ADDRESS = { line1: '1 Main Street', city: 'Town', state: 'CA', postal_code: '94103' }

/** `dob[day]` below `individual` is `individual[dob][day]`. */
function under(prefix: string, values: Record<string, string>): Record<string, string> {
  const named = (name: string) => name.replace(/^\w+/, first => `[${first}]`)
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + named(name), value]))
}

function namesOf({ requirements }: Account): string[] {
  const { currently_due: now, eventually_due: later, pending_verification: checking } = requirements
  return [...now, ...later, ...checking]
}

/** Opens an account and gives it what makes Stripe ask for more, noting every name on the way. */
async function askedOf(country: string, businessType: 'individual' | 'company'): Promise<string[]> {
  const opened = await doAtStripe<Account>('accounts', {
    type: 'custom',
    country,
    business_type: businessType,
    ...CAPABILITIES,
  })
  const path = `accounts/${opened.id}`
  const known = { ...PERSON, ...under('address', ADDRESS) }
  const told =
    businessType === 'individual'
      ? under('individual', { ...PERSON, ssn_last_4: '1234' })
      : { ...under('company[address]', ADDRESS), 'company[name]': 'Voss', 'company[tax_id]': '111111111' }
  const names = [...namesOf(opened), ...namesOf(await doAtStripe<Account>(path, told))]
  if (businessType === 'individual') {
    names.push(...namesOf(await doAtStripe<Account>(path, under('individual[address]', ADDRESS))))
  } else {
    for (const role of ['representative', 'owner', 'director', 'executive'])
      await doAtStripe(`${path}/persons`, { ...known, [`relationship[${role}]`]: 'true', ssn_last_4: '1234' })
  }
  await fetch(`${process.env.STRIPE_LOCAL_URL}/_control/clock/advance`, {
    method: 'POST',
    body: JSON.stringify({ seconds: 60 }),
  })
  names.push(...namesOf(await doAtStripe<Account>(path, { 'metadata[looked]': 'again' })))
  return names
}

/** Every code of the SDK's types that stands in the sources of the local Stripe, whole or as the end of a document's. */
function codesOfLocalStripe(): string[] {
  const sources = ['emulator/accounts', 'emulator/files'].flatMap(folder =>
    readdirSync(folder)
      .filter(file => !file.includes('.test.'))
      .map(file => readFileSync(`${folder}/${file}`, 'utf8')),
  )
  const words = new Set(sources.join('\n').match(/\b[a-z][a-z_]+\b/g))
  const ending = (code: string) => code.replace(/^verification_document_/, '')
  return KNOWN_ERROR_CODES.filter(
    code => words.has(code) || (ending(code) !== code && words.has(ending(code))),
  )
}

beforeAll(async () => {
  await startLocalStripe()
})

describe.each(Object.keys(COUNTRIES))('in %s', country => {
  test.each(['individual', 'company'] as const)('everything asked of the %s has its words', async type => {
    const names = [...new Set(await askedOf(country, type))]
    expect(names.length).toBeGreaterThan(10)
    const unknown = names.filter(
      name => inWords(requirementWords(name)).need === 'Stripe has a question about this account.',
    )
    expect(unknown).toEqual([])
    for (const name of names) {
      const { need, action } = inWords(requirementWords(name))
      expect(need, name).toMatch(/^Stripe needs [^_]+\.$/)
      expect(action, name).toMatch(/^[A-Z][^_]+\.$/)
      for (const locale of ['pl', 'de'] as const)
        expect(inWords(requirementWords(name), locale).need, name).toMatch(
          /^[^_.]+ Stripe[^_.]*: [^_.]+\.$|^Stripe benötigt: [^_.]+\.$/,
        )
    }
  })
})

test('every code by which the local Stripe refuses something says what is wrong and what to do', () => {
  const codes = codesOfLocalStripe()
  expect(codes.length).toBeGreaterThan(40)
  for (const code of codes) {
    const { problem, action } = inWords(errorWords(code))
    expect(problem, code).not.toMatch(/^Stripe has a question|^Stripe could not accept what was sent/)
    expect(action, code).toMatch(/^[A-Z][^_]+\.$/)
  }
})
