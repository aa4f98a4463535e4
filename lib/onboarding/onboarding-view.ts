import type { Prisma } from '../db.ts'
import type { PersonSnapshot } from '../stripe/account-snapshot.ts'
import { type DocumentHistory, documentHistory } from './document-history.ts'
import type { DocumentKind, DocumentType } from './document-model.ts'
import { accountRequirements, STEPS, type Standing, type Step, type ToDo } from './model.ts'
import { type AccountFacts, blockedSentence, isPayable, standingOf, stepOf } from './standing.ts'
import { toDoOf } from './to-do.ts'

/** What a view needs beside the account itself. */
export const withDocuments = {
  user: { select: { email: true } },
  documents: { orderBy: { id: 'desc' } },
} as const
export type AccountRow = Prisma.ConnectedAccountGetPayload<{ include: typeof withDocuments }>

export type OnboardingView = {
  standing: Standing
  steps: Step[]
  toDo: ToDo
  /** Of each kind of document: what was refused, and what was begun. */
  documents: Record<DocumentKind, DocumentHistory>
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

function isAttached(row: AccountRow, kind: DocumentKind): boolean {
  return row.documents.some(document => document.kind === kind && document.attachedAt !== null)
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
      identity: isAttached(row, 'identity'),
      additional: isAttached(row, 'additional'),
    },
  }
}

function bankOf(row: AccountRow): OnboardingView['bank'] {
  if (!row.externalBankLast4) return null
  const { externalBankName, externalBankLast4, externalBankCurrency } = row
  return { name: externalBankName ?? '', last4: externalBankLast4, currency: externalBankCurrency ?? '' }
}

/** All that the page shows, in sentences where it speaks. */
export function viewOf(row: AccountRow, person: PersonSnapshot | null, fresh: boolean): OnboardingView {
  const facts = factsOf(row)
  const { requirements, attached } = facts
  const steps = STEPS.map(id => stepOf(id, facts))
  const { pastDue, currentlyDue, errors } = requirements
  const asked = [...pastDue, ...currentlyDue, ...errors.map(error => error.requirement)]
  return {
    standing: standingOf(facts, steps),
    steps,
    toDo: toDoOf(requirements, row.enabledAt !== null),
    documents: {
      identity: documentHistory(row.documents, 'identity'),
      additional: documentHistory(row.documents, 'additional'),
    },
    blocked: blockedSentence(requirements),
    missingDocuments: (['identity', 'additional'] as const).filter(kind => !attached[kind]),
    chargesEnabled: row.chargesEnabled,
    payoutsEnabled: row.payoutsEnabled,
    termsAcceptedAt: requirements.termsAcceptedAt === null ? null : new Date(requirements.termsAcceptedAt),
    payable: isPayable(facts),
    country: row.country,
    defaultCurrency: row.defaultCurrency,
    email: row.user.email,
    identityType:
      row.documents.find(document => document.kind === 'identity' && document.attachedAt)?.type ?? null,
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
