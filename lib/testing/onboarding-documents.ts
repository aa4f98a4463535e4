import sharp from 'sharp'
import { db } from '../db.ts'
import { arrangeContractor, arrangeDetails } from '../demo/arrange-contractor.ts'
import { newRequestKey } from '../ids.ts'
import type { SubmitDocumentInput } from '../onboarding/document-input-model.ts'
import { submitDocument } from '../onboarding/submit-document.ts'
import type { Actor } from '../users/model.ts'

let count = 0
/** A contractor who has given everything but documents. */
export async function contractor(): Promise<Actor> {
  count += 1
  const email = `documents${count}@example.com`
  const actor = await arrangeContractor({ email, displayName: 'Clara Voss', password: 'a long enough one' })
  await arrangeDetails(actor)
  return actor
}

/** A photo unlike any before it; `mark` is what the local Stripe will say of it. */
export async function photo(mark = ''): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const jpeg = await sharp({ create: { width: 640, height: 480, channels: 3, background: 'white', noise } })
    .jpeg()
    .toBuffer()
  return mark ? Buffer.concat([jpeg, Buffer.from(`local-stripe:${mark}`)]) : jpeg
}

export const body = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]).stream()
export const passport = (requestKey = newRequestKey()): SubmitDocumentInput => ({
  requestKey,
  kind: 'identity',
  type: 'passport',
  side: 'front',
})
/** What was given, oldest first. */
export const rowsOf = (actor: Actor) =>
  db().identityDocument.findMany({ where: { account: { userId: actor.userId } }, orderBy: { id: 'asc' } })
/** Why a document was refused, or that it was taken. */
export const refusal = async (actor: Actor, input: SubmitDocumentInput, bytes: Uint8Array) => {
  const result = await submitDocument(actor, input, body(bytes))
  return result.ok ? 'taken' : result.error
}
