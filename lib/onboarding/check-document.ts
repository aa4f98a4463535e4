import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { fail, ok, type Result } from '../result.ts'
import type { FileType } from '../stripe/files.ts'
import { type DocumentErrorCode, isWarning } from './document-errors-model.ts'
import { DOCUMENT_SIDE_PIXELS_MAX, DOCUMENT_SIDE_PIXELS_MIN, type DocumentKind } from './document-model.ts'
import { JUDGED_SIDE_PIXELS, type Pixels, pictureProblem } from './picture-model.ts'

type Submitted = { kind: DocumentKind; anyway: boolean }

const PIXELS_MAX = DOCUMENT_SIDE_PIXELS_MAX * DOCUMENT_SIDE_PIXELS_MAX

/** A PNG ends with this chunk; anything behind it is another file riding along. */
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex')
/** A PDF's end mark stands in its last kilobyte or so; Adobe's own readers look this far. */
const PDF_TAIL_BYTES = 2048

function checkPdf(bytes: Buffer): Result<FileType, DocumentErrorCode> {
  const tail = bytes.subarray(-PDF_TAIL_BYTES)
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-')) || !tail.includes('%%EOF')) return fail('pdf_broken')
  return bytes.includes('/Encrypt') ? fail('pdf_locked') : ok('application/pdf')
}

async function checkSize(bytes: Buffer, kind: DocumentKind): Promise<DocumentErrorCode | null> {
  const { width, height, space } = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (Math.max(width, height) > DOCUMENT_SIDE_PIXELS_MAX) return 'too_many_pixels'
  if (Math.min(width, height) < DOCUMENT_SIDE_PIXELS_MIN) return 'too_few_pixels'
  // A letter may be a scan in black and white, of which a person is only warned.
  return kind === 'identity' && (space === 'b-w' || space === 'grey16') ? 'not_in_colour' : null
}

/**
 * Opens every pixel, so that a file which only begins like an image is found out, and reduces it to what is judged; nothing of
 * it is kept.
 */
async function reduce(bytes: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(bytes, {
    limitInputPixels: PIXELS_MAX,
    failOn: 'truncated',
    sequentialRead: true,
  })
    .flatten({ background: 'white' })
    .resize(JUDGED_SIDE_PIXELS, JUDGED_SIDE_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 }
}

async function checkImage(
  bytes: Buffer,
  type: 'image/jpeg' | 'image/png',
  { kind, anyway }: Submitted,
): Promise<Result<FileType, DocumentErrorCode>> {
  if (type === 'image/png' && !bytes.subarray(-PNG_END.length).equals(PNG_END)) return fail('image_broken')
  try {
    const refusal = await checkSize(bytes, kind)
    if (refusal) return fail(refusal)
    const problem = pictureProblem(await reduce(bytes))
    return problem && !(anyway && isWarning(problem)) ? fail(problem) : ok(type)
  } catch {
    return fail('image_broken')
  }
}

/**
 * Decides by content alone whether Stripe would take a file as this kind of document, and what type it is. `anyway` lets
 * through what is only a guess about the picture.
 * Limits: https://docs.stripe.com/connect/handling-api-verification and acceptable-verification-documents.
 */
export async function checkDocument(
  bytes: Buffer,
  submitted: Submitted,
): Promise<Result<FileType, DocumentErrorCode>> {
  const { kind } = submitted
  const type = (await fileTypeFromBuffer(bytes))?.mime
  if (type === 'image/jpeg' || type === 'image/png') return checkImage(bytes, type, submitted)
  if (type === 'application/pdf') return kind === 'identity' ? fail('pdf_not_allowed') : checkPdf(bytes)
  if (type === 'image/heic' || type === 'image/heif') return fail('heic_not_allowed')
  return fail(type ? 'type_not_allowed' : 'type_unknown')
}
