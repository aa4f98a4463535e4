import { z } from 'zod'
import { requestKey } from '../request-key.ts'
import { DOCUMENT_TYPES, sidesOf } from './document-model.ts'

// Apart from document-model.ts, which the browser has: it never has the parser.

export const submitDocumentInput = z
  .object({
    requestKey,
    kind: z.enum(['identity', 'additional', 'company']),
    type: z.enum(['passport', 'id_card', 'driving_licence', 'proof_of_address', 'company_document']),
    side: z.enum(['front', 'back']),
    /** Whose it is among the people of a company; left out for the contractor's own. */
    stripePersonId: z
      .string()
      .regex(/^person_[A-Za-z0-9]{1,80}$/)
      .optional(),
    /** Said by whoever has read the warning about the picture and sends it all the same. */
    anyway: z.literal('yes').optional(),
  })
  .refine(({ kind, type }) => (DOCUMENT_TYPES[type].kinds as readonly string[]).includes(kind), {
    message: 'verifyingErrors.notSuchADocument',
  })
  .refine(({ kind, type, side }) => sidesOf(kind, type).includes(side), {
    message: 'verifyingErrors.noSuchSide',
  })
  .refine(({ kind, stripePersonId }) => kind !== 'company' || !stripePersonId, {
    message: 'verifyingErrors.nobodysOwn',
  })
export type SubmitDocumentInput = z.output<typeof submitDocumentInput>
