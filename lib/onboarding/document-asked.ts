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

/** Every document that Stripe asks for now: by its name, as refused before, or as what may be given instead of something else. */
export function documentsAsked({
  pastDue,
  currentlyDue,
  errors,
  alternatives,
}: AccountRequirements): Asked[] {
  const names = [
    ...pastDue,
    ...currentlyDue,
    ...errors.map(error => error.requirement),
    ...alternatives.flatMap(({ instead }) => instead),
  ]
  return names.flatMap(name => documentAsked(name) ?? [])
}
