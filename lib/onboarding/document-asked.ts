import type { DocumentKind } from './document-model.ts'
import type { AccountRequirements } from './model.ts'
import { requirementWords } from './requirement-words.ts'

/** Whose document a requirement is about, and which: null for anything else. Somebody of a company is named by their id. */
type Asked = { kind: DocumentKind; stripePersonId: string | null }

const OF_PERSON = /^(person_\w+)\.verification\.(document|additional_document)/

/** Which document a requirement asks for. */
export function documentAsked(requirement: string): Asked | null {
  const person = OF_PERSON.exec(requirement)
  if (person) {
    return { kind: person[2] === 'document' ? 'identity' : 'additional', stripePersonId: person[1] ?? null }
  }
  if (requirement.startsWith('company.verification.document'))
    return { kind: 'company', stripePersonId: null }
  const { place } = requirementWords(requirement)
  return place === 'identity' || place === 'additional' ? { kind: place, stripePersonId: null } : null
}

/** Whether it is the same document of the same person. */
export function isSameDocument(a: Asked | null, b: Asked): boolean {
  return a?.kind === b.kind && a.stripePersonId === b.stripePersonId
}

/**
 * Every document that Stripe asks for now: by its name, as refused before, or as what may be given instead of something else. What
 * it is looking at is asked for no more, though what it stands for still is.
 */
export function documentsAsked(requirements: AccountRequirements): Asked[] {
  const { pastDue, currentlyDue, errors, alternatives, pendingVerification } = requirements
  const names = [
    ...pastDue,
    ...currentlyDue,
    ...errors.map(error => error.requirement),
    ...alternatives.flatMap(({ instead }) => instead),
  ]
  const given = names.filter(name => !pendingVerification.includes(name))
  return given.flatMap(name => documentAsked(name) ?? [])
}
