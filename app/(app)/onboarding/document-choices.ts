import type { DocumentChoice } from '#components/onboarding/document-form.tsx'

/** What proves who somebody is. */
export const IDENTITY_CHOICES: [DocumentChoice, ...DocumentChoice[]] = [
  { type: 'passport', label: 'Passport', hint: 'The page with your photo.' },
  { type: 'id_card', label: 'ID card', hint: 'Front and back.' },
  { type: 'driving_licence', label: 'Driving licence', hint: 'Front and back.' },
]

export const PROOF_OF_ADDRESS: DocumentChoice = {
  type: 'proof_of_address',
  label: 'Proof of address',
  hint: 'A bank statement, utility bill or official letter with your name and address, not older than six months.',
}

export const COMPANY_DOCUMENT: DocumentChoice = {
  type: 'company_document',
  label: 'Document of the company',
  hint: 'An extract of the register, the certificate of incorporation or a letter of the tax office, with the company’s name and number.',
}
