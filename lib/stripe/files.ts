import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

const EXTENSIONS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const

export type FileType = keyof typeof EXTENSIONS

/** What Stripe is told a file is for: `identity_document` for both of a person's documents. */
export type FilePurpose = 'identity_document' | 'additional_verification'

/**
 * Hands a document to Stripe on the contractor's own account and keeps nothing. The name is made up:
 * the person's own file name may say more than it should.
 * https://docs.stripe.com/api/files/create
 */
export function uploadDocumentFile(input: {
  accountId: string
  identityDocumentId: string
  purpose: FilePurpose
  bytes: Uint8Array
  mimeType: FileType
}): Promise<Result<{ fileId: string }, StripeFailure>> {
  return callStripe(async () => {
    const file = await stripe().files.create(
      {
        purpose: input.purpose,
        file: {
          data: input.bytes,
          name: `document.${EXTENSIONS[input.mimeType]}`,
          type: input.mimeType,
        },
      },
      {
        stripeAccount: input.accountId,
        idempotencyKey: `file:${input.identityDocumentId}:1`,
        timeout: 60_000,
      },
    )
    return { fileId: file.id }
  })
}
