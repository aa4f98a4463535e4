import { describe, expect, test } from 'vitest'
import { inWords } from '../testing/in-words.ts'
import { type AccountRequirements, accountRequirements, STEPS } from './model.ts'
import { type AccountFacts, asksFor, blockedSentence, isPayable, standingOf, stepOf } from './standing.ts'

function requirements(part: Partial<AccountRequirements>): AccountRequirements {
  return { ...accountRequirements.parse({}), termsAcceptedAt: '2026-11-22T10:00:00.000Z', ...part }
}

function facts(part: Partial<AccountFacts> = {}): AccountFacts {
  return {
    open: true,
    chargesEnabled: true,
    payoutsEnabled: true,
    transfersStatus: 'active',
    requirements: requirements({}),
    attached: { identity: true, additional: true },
    ...part,
  }
}

const standing = (given: AccountFacts) =>
  standingOf(
    given,
    STEPS.individual.map(id => stepOf(id, given)),
  )

describe('the standing of an account', () => {
  test('all given and enabled is verified and payable', () => {
    expect(standing(facts())).toBe('verified')
    expect(isPayable(facts())).toBe(true)
  })

  test('no mirror yet is nothing to be paid through', () => {
    const fresh = facts({ open: false, requirements: accountRequirements.parse({}) })
    expect(standing(fresh)).toBe('not_open')
    expect(isPayable(fresh)).toBe(false)
  })

  test.each([
    { identity: true, additional: false },
    { identity: false, additional: true },
  ])('one document alone never verifies, whatever Stripe says: %o', attached => {
    expect(standing(facts({ attached }))).toBe('action_needed')
    expect(isPayable(facts({ attached }))).toBe(false)
  })

  test.each([{ chargesEnabled: false }, { payoutsEnabled: false }, { transfersStatus: 'pending' }])(
    'a contractor who cannot be paid cannot be ordered from: %o',
    part => {
      expect(isPayable(facts(part))).toBe(false)
      expect(standing(facts(part))).toBe('checking')
    },
  )

  test.each(['rejected.fraud', 'under_review', 'listed', 'platform_paused', 'other'])('%s blocks', reason => {
    const given = facts({ requirements: requirements({ disabledReason: reason }) })
    expect(standing(given)).toBe('blocked')
    expect(isPayable(given)).toBe(false)
    expect(inWords(blockedSentence(given.requirements))).toMatch(/^(Stripe|We) .*\.$/)
  })

  test('a requirement that is past due is work, not a block', () => {
    const given = facts({
      requirements: requirements({ disabledReason: 'requirements.past_due', pastDue: ['individual.phone'] }),
    })
    expect(standing(given)).toBe('action_needed')
    expect(blockedSentence(given.requirements)).toBeNull()
  })
})

describe('a step', () => {
  test('is to do while something of it is due, and says what, once', () => {
    const given = facts({
      requirements: requirements({
        currentlyDue: ['individual.dob.day', 'individual.dob.month', 'individual.phone'],
      }),
    })
    expect(inWords(stepOf('details', given))).toMatchObject({
      state: 'todo',
      needs: ['Stripe needs your date of birth.', 'Stripe needs your phone number.'],
    })
    expect(stepOf('bank', given).state).toBe('done')
  })

  test('is being checked while Stripe looks, and rejected with the reason when it refuses', () => {
    const document = 'individual.verification.document'
    const checking = facts({ requirements: requirements({ pendingVerification: [document] }) })
    expect(stepOf('identity', checking).state).toBe('checking')
    const refused = facts({
      requirements: requirements({
        currentlyDue: [document],
        errors: [{ requirement: document, code: 'verification_document_expired' }],
      }),
    })
    expect(inWords(stepOf('identity', refused))).toMatchObject({
      state: 'rejected',
      problems: [{ problem: 'The document has expired.' }],
    })
    expect(stepOf('additional', refused).state).toBe('done')
    expect(asksFor(refused.requirements, 'identity')).toBe(true)
    expect(asksFor(refused.requirements, 'additional')).toBe(false)
  })

  test('terms are to do until Stripe has the acceptance', () => {
    expect(stepOf('terms', facts({ requirements: requirements({ termsAcceptedAt: null }) })).state).toBe(
      'todo',
    )
  })
})
