import type { AccountSnapshot, CompanySnapshot } from '../stripe/account-snapshot.ts'
import type { CompanyPersonSnapshot } from '../stripe/person-snapshot.ts'
import { documentAsked } from './document-asked.ts'
import { type DocumentHistory, documentHistory } from './document-history.ts'
import type { PersonalKind } from './document-model.ts'
import { type ErrorWords, errorWords } from './error-words.ts'
import type { AccountRequirements } from './model.ts'
import { requirementWords } from './requirement-words.ts'

/** A part in a company that Stripe asks to be named, and whether it was said that everybody is. */
export type AskedRole = { role: 'owner' | 'director' | 'executive'; isConfirmed: boolean }

/** Somebody of the company as the page shows them, with what Stripe still needs of them. */
export type CompanyPerson = CompanyPersonSnapshot & {
  name: string
  needs: string[]
  problems: ErrorWords[]
  asksFor: { idNumber: boolean; ssnLast4: boolean }
  /** The documents that Stripe asks for of them, unless they represent the company: those have steps of their own. */
  documents: { kind: PersonalKind; history: DocumentHistory }[]
}

const ROLES = [
  ['owner', 'owners'],
  ['director', 'directors'],
  ['executive', 'executives'],
] as const

type Due = Pick<AccountRequirements, 'pastDue' | 'currentlyDue' | 'eventuallyDue'>

function dueNames({ pastDue, currentlyDue, eventuallyDue }: Due): string[] {
  return [...new Set([...pastDue, ...currentlyDue, ...eventuallyDue])]
}

/** Whether nothing has been said yet of who is paid: Stripe checks a person in another way than a company. */
export function isTypeOpen({ person, company, people }: AccountSnapshot): boolean {
  return !person?.firstName && !company?.name && people.every(({ details }) => !details.firstName)
}

/** The parts in a company that its country asks for: as requirements while they are open, and said to be complete after. */
export function rolesAsked(company: CompanySnapshot | null, requirements: Due): AskedRole[] {
  if (!company) return []
  const due = dueNames(requirements)
  return ROLES.flatMap(([role, plural]) => {
    const isConfirmed = company.provided[plural]
    const isAsked = due.some(name => name === `company.${plural}_provided` || name.startsWith(`${plural}.`))
    return isConfirmed || isAsked ? [{ role, isConfirmed }] : []
  })
}

function documentsOf(
  { roles, stripePersonId }: CompanyPersonSnapshot,
  asked: string[],
  rows: Parameters<typeof documentHistory>[0],
): CompanyPerson['documents'] {
  if (roles.representative) return []
  return (['identity', 'additional'] as const)
    .filter(kind => asked.some(name => documentAsked(name)?.kind === kind))
    .map(kind => ({ kind, history: documentHistory(rows, kind, stripePersonId) }))
}

/**
 * Everybody whom the company has named, whoever represents it first and then as they were named. Stripe keeps an empty place
 * for a representative, which is nobody yet.
 */
export function companyPeople(
  people: CompanyPersonSnapshot[],
  requirements: AccountRequirements,
  rows: Parameters<typeof documentHistory>[0],
): CompanyPerson[] {
  return people
    .filter(({ details }) => details.firstName !== null)
    .toReversed()
    .sort((a, b) => Number(b.roles.representative) - Number(a.roles.representative))
    .map(person => {
      const prefix = person.roles.representative ? 'representative' : person.stripePersonId
      const isTheirs = (name: string) => name.startsWith(`${prefix}.`)
      const due = [...requirements.pastDue, ...requirements.currentlyDue].filter(isTheirs)
      const errors = requirements.errors.filter(error => isTheirs(error.requirement))
      const asked = [...due, ...errors.map(error => error.requirement)]
      return {
        ...person,
        name: [person.details.firstName, person.details.lastName].filter(Boolean).join(' '),
        // Documents are asked for by a form of their own.
        needs: [
          ...new Set(due.filter(name => !documentAsked(name)).map(name => requirementWords(name).need)),
        ],
        problems: [...new Set(errors.map(({ code }) => code))].map(errorWords),
        documents: documentsOf(person, asked, rows),
        asksFor: {
          idNumber: asked.some(name => name.endsWith('.id_number')),
          ssnLast4: asked.some(name => name.endsWith('.ssn_last_4')),
        },
      }
    })
}
