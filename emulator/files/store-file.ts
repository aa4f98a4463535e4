import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { invalid } from '../core/errors.ts'
import { newId } from '../core/ids.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { documentOutcome, type Rejection } from './document-outcome.ts'
import { type Sniffed, sniff } from './image.ts'

/** What stays of a file's content: the bytes themselves are not kept. */
interface FileFacts {
  sha256: string
  width: number | null
  height: number | null
  mime: string
  /** What a verification of this file would end in; null when it is good. */
  outcome: Rejection | null
}

declare module '../core/kinds.ts' {
  interface Kinds {
    file: Stored<Stripe.File>
    /** By the file's id. */
    _file_facts: FileFacts
  }
}

const MEGABYTE = 1024 * 1024
const IMAGES = ['image/jpeg', 'image/png']
const IMAGES_AND_PDF = [...IMAGES, 'application/pdf']

/** What each purpose takes (docs.stripe.com/file-upload). */
const PURPOSES = {
  account_requirement: { types: IMAGES_AND_PDF, bytesMax: 10 * MEGABYTE },
  additional_verification: { types: IMAGES_AND_PDF, bytesMax: 10 * MEGABYTE },
  business_icon: { types: IMAGES, bytesMax: MEGABYTE / 2 },
  business_logo: { types: IMAGES, bytesMax: MEGABYTE / 2 },
  dispute_evidence: { types: IMAGES_AND_PDF, bytesMax: 5 * MEGABYTE },
  identity_document: { types: IMAGES_AND_PDF, bytesMax: 10 * MEGABYTE },
}
type Purpose = keyof typeof PURPOSES

/** Checks an uploaded file and keeps what there is to know of it. @throws StripeError 400 for size and type. */
export function storeFile(
  tx: Tx,
  sent: { filename: string; bytes: Buffer },
  purpose: Purpose,
  account: string,
): Stored<Stripe.File> {
  const seen = checked(sent.bytes, purpose)
  const id = newId('file')
  tx.put(
    '_file_facts',
    id,
    {
      sha256: createHash('sha256').update(sent.bytes).digest('hex'),
      width: seen.width,
      height: seen.height,
      mime: seen.mime,
      outcome: documentOutcome(sent.bytes, sent.filename, { ...seen, isImage: seen.type !== 'pdf' }),
    },
    account,
  )
  const file: Stored<Stripe.File> = {
    id,
    object: 'file',
    created: tx.now,
    expires_at: null,
    filename: sent.filename,
    links: { object: 'list', data: [], has_more: false, url: `/v1/file_links?file=${id}` },
    purpose,
    size: sent.bytes.length,
    title: null,
    type: seen.type,
    // Identity documents can be uploaded but never read again.
    url: purpose === 'identity_document' ? null : `https://files.stripe.com/v1/files/${id}/contents`,
  }
  return tx.put('file', id, file, account)
}

function checked(bytes: Buffer, purpose: Purpose): Sniffed {
  const { types, bytesMax } = PURPOSES[purpose]
  if (bytes.length === 0) throw invalid('The file you uploaded is empty.', { param: 'file' })
  if (bytes.length > bytesMax) {
    const megabytes = Math.round((bytesMax / MEGABYTE) * 10) / 10
    const message = `The file you uploaded is too large. The maximum size for ${purpose} is ${megabytes} MB.`
    throw invalid(message, { code: 'file_too_large', param: 'file' })
  }
  const seen = sniff(bytes)
  if (seen && types.includes(seen.mime)) return seen
  const message = `We don't currently support that file type. Try uploading a file with one of the following mimetypes: ${types.join(', ')}`
  throw invalid(message, { param: 'file' })
}
