import type { Prisma } from '../db.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { AccountSnapshot, CompanySnapshot } from '../stripe/account-snapshot.ts'
import type { PersonSnapshot } from '../stripe/person-snapshot.ts'
import { type AskedRole, type CompanyPerson, companyPeople, isTypeOpen, rolesAsked } from './company-view.ts'
import { documentsAsked } from './document-asked.ts'
import { type DocumentHistory, documentHistory } from './document-history.ts'
import type { DocumentType, PersonalKind } from './document-model.ts'
import {
  accountRequirements,
  type BusinessType,
  STEPS,
  type Standing,
  type Step,
  TERMS,
  type ToDo,
} from './model.ts'
import { type AccountFacts, blockedSentence, isPayable, standingOf, stepOf } from './standing.ts'
import { toDoOf } from './to-do.ts'

/** What a view needs beside the account itself. */
export const withDocuments = {
  user: { select: { email: true } },
  documents: { orderBy: { id: 'desc' } },
  terms: { where: { document: 'holdfast_contractor' }, orderBy: { acceptedAt: 'desc' }, take: 1 },
} as const
export type AccountRow = Prisma.ConnectedAccountGetPayload<{ include: typeof withDocuments }>

export type OnboardingView = {
  standing: Standing
  businessType: BusinessType
  /** Whether it can still be said that it is a person, or a company, who is paid. */
  typeIsOpen: boolean
  steps: Step[]
  toDo: ToDo
  /** Of each kind of document: what was refused, and what was begun. */
  documents: Record<PersonalKind, DocumentHistory>
  /** The same of the company's own document; null unless Stripe asks for one. */
  companyDocument: DocumentHistory | null
  blocked: MessageKey | null
  missingDocuments: ('identity' | 'additional')[]
  chargesEnabled: boolean
  payoutsEnabled: boolean
  termsAcceptedAt: Date | null
  /** Our terms as they are now were not accepted: another version was, or none that is on record. */
  termsHaveChanged: boolean
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
  /** Of a company, what Stripe holds of it and whom it has named; null and nobody when Stripe did not answer. */
  company: CompanySnapshot | null
  people: CompanyPerson[]
  asksForRoles: AskedRole[]
  /** False when Stripe did not answer and the page shows what was known before. */
  fresh: boolean
  syncedAt: Date | null
}

function isAttached(row: AccountRow, kind: PersonalKind): boolean {
  return row.documents.some(
    document => document.kind === kind && document.attachedAt !== null && document.stripePersonId === null,
  )
}

/** Who is asked for numbers before they are known: the contractor, or whoever is to be named next. */
const NEWCOMERS = ['individual', 'representative', 'owners']

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
export function viewOf(row: AccountRow, held: AccountSnapshot | null, fresh: boolean): OnboardingView {
  const facts = factsOf(row)
  const { requirements, attached } = facts
  const steps = STEPS[row.businessType].map(id => stepOf(id, facts))
  const { pastDue, currentlyDue, errors } = requirements
  const asked = [...pastDue, ...currentlyDue, ...errors.map(error => error.requirement)]
  return {
    standing: standingOf(facts, steps),
    businessType: row.businessType,
    typeIsOpen: held !== null && isTypeOpen(held),
    steps,
    toDo: toDoOf(requirements, row.enabledAt !== null),
    documents: {
      identity: documentHistory(row.documents, 'identity'),
      additional: documentHistory(row.documents, 'additional'),
    },
    companyDocument: documentsAsked(requirements).some(({ kind }) => kind === 'company')
      ? documentHistory(row.documents, 'company')
      : null,
    blocked: blockedSentence(requirements),
    missingDocuments: (['identity', 'additional'] as const).filter(kind => !attached[kind]),
    chargesEnabled: row.chargesEnabled,
    payoutsEnabled: row.payoutsEnabled,
    termsAcceptedAt: requirements.termsAcceptedAt === null ? null : new Date(requirements.termsAcceptedAt),
    termsHaveChanged: row.terms[0]?.version !== TERMS.holdfast_contractor.version,
    payable: isPayable(facts),
    country: row.country,
    defaultCurrency: row.defaultCurrency,
    email: row.user.email,
    identityType:
      row.documents.find(
        ({ kind, attachedAt, stripePersonId }) => kind === 'identity' && attachedAt && !stripePersonId,
      )?.type ?? null,
    bank: bankOf(row),
    asksFor: {
      idNumber: asked.some(name => NEWCOMERS.some(who => name === `${who}.id_number`)),
      ssnLast4: asked.some(name => NEWCOMERS.some(who => name === `${who}.ssn_last_4`)),
    },
    person: held?.person ?? null,
    company: held?.company ?? null,
    people: companyPeople(held?.people ?? [], requirements, row.documents),
    asksForRoles: rolesAsked(held?.company ?? null, requirements),
    fresh,
    syncedAt: row.syncedAt,
  }
}
