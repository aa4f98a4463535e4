import type { DocumentChoice } from '#components/onboarding/document-form.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'
import type { DocumentKind, DocumentType } from '#lib/onboarding/document-model.ts'

type Named = { type: DocumentType; label: MessageKey; hint: MessageKey }
type Choices = [DocumentChoice, ...DocumentChoice[]]

const IDENTITY: [Named, ...Named[]] = [
  { type: 'passport', label: 'verifying.passport', hint: 'verifying.passportHint' },
  { type: 'id_card', label: 'verifying.idCard', hint: 'verifying.frontAndBack' },
  { type: 'driving_licence', label: 'verifying.drivingLicence', hint: 'verifying.frontAndBack' },
]

const PROOF_OF_ADDRESS: Named = {
  type: 'proof_of_address',
  label: 'verifying.proofOfAddress',
  hint: 'verifying.proofOfAddressHint',
}

const COMPANY_DOCUMENT: Named = {
  type: 'company_document',
  label: 'verifying.companyDocument',
  hint: 'verifying.companyDocumentHint',
}

function said(t: Words, { type, label, hint }: Named): DocumentChoice {
  return { type, label: t(label), hint: t(hint) }
}

/** What somebody can send: to prove who they are, where they live, or that their company is registered. */
export function documentChoices(t: Words, kind: DocumentKind): Choices {
  if (kind === 'company') return [said(t, COMPANY_DOCUMENT)]
  if (kind === 'additional') return [said(t, PROOF_OF_ADDRESS)]
  const [first, ...others] = IDENTITY
  return [said(t, first), ...others.map(one => said(t, one))]
}

/** The identity document that was sent, as the additional one. */
export function identityAgain(t: Words, type: DocumentType): DocumentChoice {
  return said(t, { type, label: 'verifying.identityAgain', hint: 'verifying.identityAgainHint' })
}
