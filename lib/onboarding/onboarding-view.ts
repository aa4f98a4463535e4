import type { Prisma } from '../db.ts'
import type { PersonSnapshot } from '../stripe/account-snapshot.ts'
import { accountRequirements, type DocumentType, STEPS, type Standing, type Step } from './model.ts'
import { requirementSubject, requirementWords } from './requirement-words.ts'
import { type AccountFacts, blockedSentence, isPayable, standingOf, stepOf } from './standing.ts'

/** What a view needs beside the account itself. */
export const withDocuments = {
  user: { select: { email: true } },
  documents: { where: { attachedAt: { not: null } }, orderBy: { id: 'desc' } },
} as const
export type AccountRow = Prisma.ConnectedAccountGetPayload<{ include: typeof withDocuments }>

export type OnboardingView = {
  standing: Standing
  steps: Step[]
  /** What Stripe needs now in sentences; what it is checking and what it may ask for later by name. */
  due: string[]
  checking: string[]
  later: string[]
  /** When Stripe stops charges or payouts unless what is due is given. */
  deadlineAt: Date | null
  blocked: string | null
  missingDocuments: ('identity' | 'additional')[]
  chargesEnabled: boolean
  payoutsEnabled: boolean
  termsAcceptedAt: Date | null
  /** Whether an order may be placed with the contractor. */
  payable: boolean
  country: string
  defaultCurrency: string
  /** Of the sign-up, for a form that Stripe has nothing to fill with. */
  email: string
  /** What the identity document that Stripe has was, so that it can be given again. */
  identityType: DocumentType | null
  bank: { name: string; last4: string; currency: string } | null
  /** Which of the identity numbers Stripe asks for, beyond what every form has. */
  asksFor: { idNumber: boolean; ssnLast4: boolean }
  /** What Stripe holds of the person, to fill the form; null when it was not asked or did not answer. */
  person: PersonSnapshot | null
  /** False when Stripe did not answer and the page shows what was known before. */
  fresh: boolean
  syncedAt: Date | null
}

/** The row as the facts that its standing is derived from. */
export function factsOf(row: AccountRow): AccountFacts {
  return {
    open: row.stripeAccountId !== null,
    chargesEnabled: row.chargesEnabled,
    payoutsEnabled: row.payoutsEnabled,
    transfersStatus: row.transfersStatus,
    requirements: accountRequirements.parse(row.requirements),
    attached: {
      identity: row.documents.some(document => document.kind === 'identity'),
      additional: row.documents.some(document => document.kind === 'additional'),
    },
  }
}

function bankOf(row: AccountRow): OnboardingView['bank'] {
  if (!row.externalBankLast4) return null
  const { externalBankName, externalBankLast4, externalBankCurrency } = row
  return { name: externalBankName ?? '', last4: externalBankLast4, currency: externalBankCurrency ?? '' }
}

function needs(requirements: string[]): string[] {
  return [...new Set(requirements.map(requirement => requirementWords(requirement).need))]
}

/** All that the page shows, in sentences where it speaks. */
export function viewOf(row: AccountRow, person: PersonSnapshot | null, fresh: boolean): OnboardingView {
  const facts = factsOf(row)
  const { requirements, attached } = facts
  const steps = STEPS.map(id => stepOf(id, facts))
  const due = [...requirements.pastDue, ...requirements.currentlyDue]
  const asked = [...due, ...requirements.errors.map(error => error.requirement)]
  return {
    standing: standingOf(facts, steps),
    steps,
    due: needs(due),
    checking: [...new Set(requirements.pendingVerification.map(requirementSubject))],
    later: [
      ...new Set(requirements.eventuallyDue.filter(name => !due.includes(name)).map(requirementSubject)),
    ],
    deadlineAt: requirements.deadlineAt === null ? null : new Date(requirements.deadlineAt * 1000),
    blocked: blockedSentence(requirements),
    missingDocuments: (['identity', 'additional'] as const).filter(kind => !attached[kind]),
    chargesEnabled: row.chargesEnabled,
    payoutsEnabled: row.payoutsEnabled,
    termsAcceptedAt: requirements.termsAcceptedAt === null ? null : new Date(requirements.termsAcceptedAt),
    payable: isPayable(facts),
    country: row.country,
    defaultCurrency: row.defaultCurrency,
    email: row.user.email,
    identityType: row.documents.find(document => document.kind === 'identity')?.type ?? null,
    bank: bankOf(row),
    asksFor: {
      idNumber: asked.includes('individual.id_number'),
      ssnLast4: asked.includes('individual.ssn_last_4'),
    },
    person,
    fresh,
    syncedAt: row.syncedAt,
  }
}
