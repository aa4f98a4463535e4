import { describe, expect, test } from 'vitest'
import { LOCALES } from '../i18n/model.ts'
import { inWords } from '../testing/in-words.ts'
import { requirementWords } from './requirement-words.ts'

/** A sentence in which no key is left. */
const SAID = /^Stripe (?!.*(_|message:|\w\.\w)).*\.$|^Potrzebne dla Stripe: (?!.*(_|message:|\w\.\w)).*\.$/

describe('words for what Stripe needs', () => {
  test.each([
    ['tos_acceptance.ip', 'terms'],
    ['external_account', 'bank'],
    ['individual.dob.year', 'details'],
    ['individual.address.town', 'details'],
    ['individual.id_number', 'details'],
    ['individual.verification.document', 'identity'],
    ['individual.verification.additional_document', 'additional'],
    ['individual.verification.proof_of_liveness', 'stripe'],
    ['business_profile.url', 'platform'],
    ['business_profile.annual_revenue.amount', 'platform'],
    ['interv_abc123.supportability.rejection_appeal', 'stripe'],
    ['constructor', 'stripe'],
  ])('%s belongs to %s', (requirement, place) => {
    const words = inWords(requirementWords(requirement))
    expect(words.place).toBe(place)
    expect(words.need).toMatch(/^Stripe .*\.$/)
    expect(words.action).toMatch(/\.$/)
    for (const locale of LOCALES) expect(inWords(requirementWords(requirement), locale).need).toMatch(SAID)
  })
})
