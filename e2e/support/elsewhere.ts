import { db } from '#lib/db.ts'
import { arrangeContractor, photo } from '#lib/demo/arrange-contractor.ts'
import { expectOk } from '#lib/demo/expect-ok.ts'
import { newId } from '#lib/ids.ts'
import { syncAccountOf } from '#lib/onboarding/sync-account.ts'
import type { LocalStripe } from './local-stripe.ts'
import { newcomer, type Person } from './people.ts'

/** Where an account keeps a currency that no contractor of ours can sign up with yet. */
const ELSEWHERE = {
  jpy: { country: 'JP', bank: { routing_number: '1100000', account_number: '0001234' } },
  kwd: { country: 'AE', bank: { account_number: 'AE070331234567890123456' } },
} as const

function accountFields(currency: keyof typeof ELSEWHERE, person: ReturnType<typeof newcomer>) {
  const { country, bank } = ELSEWHERE[currency]
  const address = { line1: 'address_full_match', city: 'Port', postal_code: '1000001' }
  const parts: Record<string, Record<string, string>> = {
    'business_profile[': { mcc: '8999', product_description: 'Work', url: 'https://accessible.stripe.com' },
    'individual[': { first_name: 'Aiko', last_name: 'Sato', email: person.email, phone: '+81312345678' },
    'individual[dob][': { day: '1', month: '1', year: '1901' },
    'individual[address][': address,
    'tos_acceptance[': { date: '1700000000', ip: '203.0.113.1' },
    'external_account[': { object: 'bank_account', country, currency, ...bank },
  }
  const fields = new URLSearchParams({ type: 'custom', business_type: 'individual', country })
  fields.set('default_currency', currency)
  if (country === 'AE') fields.set('individual[nationality]', country)
  for (const capability of ['card_payments', 'transfers'])
    fields.set(`capabilities[${capability}][requested]`, 'true')
  for (const [prefix, part] of Object.entries(parts)) {
    for (const [name, value] of Object.entries(part)) fields.set(`${prefix}${name}]`, value)
  }
  return fields
}

/** A verified contractor whose account keeps another currency: opened at Stripe by hand, then read like any other. */
export async function aContractorPaidIn(
  currency: keyof typeof ELSEWHERE,
  stripe: LocalStripe,
): Promise<Person> {
  const input = newcomer('Aiko')
  const actor = await arrangeContractor(input)
  const response = await fetch(`${stripe.url}/v1/accounts`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_local' },
    body: accountFields(currency, input),
  })
  const account = (await response.json()) as { id: string }
  const { country } = ELSEWHERE[currency]
  const { id } = await db().connectedAccount.update({
    where: { userId_livemode: { userId: actor.userId, livemode: false } },
    data: { stripeAccountId: account.id, country, defaultCurrency: currency },
  })
  const bytes = (await photo()).length
  const sent = { mimeType: 'image/jpeg', byteCount: bytes, attachedAt: new Date(), livemode: false }
  for (const kind of ['identity', 'additional'] as const) {
    const what = { kind, type: kind === 'identity' ? 'passport' : 'proof_of_address', side: 'front' } as const
    const row = { id: newId('doc'), requestKey: kind, sha256: kind, connectedAccountId: id }
    await db().identityDocument.create({ data: { ...row, ...what, ...sent } })
  }
  expectOk(await syncAccountOf(id), 'read the account')
  return { name: input.displayName, email: input.email, actor }
}
