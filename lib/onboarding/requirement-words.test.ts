import { describe, expect, test } from 'vitest'
import { requirementWords } from './requirement-words.ts'

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
    const words = requirementWords(requirement)
    expect(words.place).toBe(place)
    expect(words.need).toMatch(/^Stripe .*\.$/)
    expect(words.action).toMatch(/\.$/)
  })
})
