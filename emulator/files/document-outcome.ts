/** What a rejected document is rejected for: `requirements.errors[].code` and the sentence that goes with it. */
export interface Rejection {
  code: string
  reason: string
}

const DOCUMENT = 'verification_document_'

/** The words that decide, longest first so that `failed_copy` is not read as `fail`. */
const REJECTIONS: Record<string, string> = {
  issue_or_expiry_date_missing: 'The document has no issue or expiry date.',
  type_not_supported: 'The document is of a type that is not accepted.',
  country_not_supported: 'Documents of that country are not accepted.',
  failed_greyscale: 'The document is black and white. Upload it in colour.',
  failed_copy: 'The document is a photocopy. Upload a photo of the document itself.',
  id_number_mismatch: 'The number on the document does not match the one given.',
  address_mismatch: 'The address on the document does not match the one given.',
  address_missing: 'The document does not show an address.',
  duplicate_type: 'The same kind of document was uploaded twice.',
  photo_mismatch: 'The photo on the document does not match.',
  name_mismatch: 'The name on the document does not match the one given.',
  dob_mismatch: 'The date of birth on the document does not match the one given.',
  missing_front: 'The front of the document is missing.',
  missing_back: 'The back of the document is missing.',
  not_readable: 'The document cannot be read.',
  not_uploaded: 'The upload of the document did not finish.',
  manipulated: 'The document has been altered.',
  fraudulent: 'The document could not be accepted.',
  incomplete: 'The document is not wholly in the picture.',
  too_large: 'The picture is larger than 8000 by 8000 pixels.',
  corrupt: 'The file is damaged.',
  expired: 'The document has expired.',
}

const ALIASES: Record<string, string> = {
  greyscale: 'failed_greyscale',
  grayscale: 'failed_greyscale',
  photocopy: 'failed_copy',
  unreadable: 'not_readable',
  blurry: 'not_readable',
}

/** What Stripe answers for its own `file_identity_document_failure`, and for a file called `…fail…`. */
export const MISMATCH: Rejection = {
  code: 'verification_failed_document_match',
  reason: 'The details on the document do not match those given.',
}

/** A rejection by the last part of its code, such as `expired`. */
export function rejectionFor(word: string): Rejection {
  return { code: `${DOCUMENT}${word}`, reason: REJECTIONS[word] ?? 'The document could not be verified.' }
}

function wordIn(text: string): Rejection | null {
  const plain = text.toLowerCase().replaceAll(/[^a-z]+/g, '_')
  const word = Object.keys(REJECTIONS).find(each => plain.includes(each))
  if (word !== undefined) return rejectionFor(word)
  const alias = Object.entries(ALIASES).find(([each]) => plain.includes(each))
  if (alias) return rejectionFor(alias[1])
  return plain.includes('fail') ? MISMATCH : null
}

/** How a tester marks the content of a file, for when a client makes up its name: `local-stripe:expired`. */
const MARK = 'local-stripe:'

/**
 * What verification will say of a document: null when it is good. Decided by a mark in its bytes, else by its
 * name, else by what its pixels allow.
 */
export function documentOutcome(
  bytes: Buffer,
  filename: string,
  size: { width: number | null; height: number | null; isImage: boolean },
): Rejection | null {
  const at = bytes.indexOf(MARK)
  const mark = at < 0 ? '' : bytes.toString('latin1', at + MARK.length, at + MARK.length + 40)
  const named = wordIn(/^[\w-]+/.exec(mark)?.[0] ?? '') ?? wordIn(filename)
  if (named) return named
  if (!size.isImage) return null
  if (size.width === null || size.height === null) return rejectionFor('corrupt')
  return size.width > 8000 || size.height > 8000 ? rejectionFor('too_large') : null
}
