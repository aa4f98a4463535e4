import { badParameter } from '../core/errors.ts'
import { decodeForm, type FormFields } from '../core/form.ts'

/** The file of a multipart body. */
interface UploadedFile {
  filename: string
  bytes: Buffer
}

/** A multipart body, taken apart. */
interface Multipart {
  /** The parts that are no files, decoded like a form. */
  fields: FormFields
  /** File parts by name. */
  files: Map<string, UploadedFile>
}

function malformed(why: string) {
  return badParameter(`Invalid multipart body: ${why}.`, {})
}

function dispositionOf(head: string): { name: string; filename: string | null } {
  const line = head.split('\r\n').find(each => /^content-disposition:/i.test(each))
  const name = /[;\s]name="((?:[^"\\]|\\.)*)"/i.exec(line ?? '')?.[1]
  if (name === undefined) throw malformed('a part has no name')
  const filename = /[;\s]filename="((?:[^"\\]|\\.)*)"/i.exec(line ?? '')?.[1]
  return { name, filename: filename ?? null }
}

/**
 * Takes a `multipart/form-data` body apart (RFC 7578). Every slice is a view of the body: nothing is copied,
 * and nothing is looked for inside a part but its boundary.
 * @throws StripeError 400 when the body is cut short or has no boundary.
 */
export function parseMultipart(body: Buffer, contentType: string): Multipart {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  if (!boundary) throw malformed('the content type names no boundary')
  const mark = Buffer.from(`--${boundary[1] ?? boundary[2]}`)
  const pairs: string[] = []
  const files = new Map<string, UploadedFile>()
  let at = body.indexOf(mark)
  if (at < 0) throw malformed('it does not contain its boundary')
  for (;;) {
    const start = at + mark.length
    if (body.toString('latin1', start, start + 2) === '--') break
    const next = body.indexOf(mark, start)
    const headEnd = body.indexOf('\r\n\r\n', start)
    if (next < 0 || headEnd < 0 || headEnd > next) throw malformed('it ends in the middle of a part')
    const { name, filename } = dispositionOf(body.toString('utf8', start, headEnd))
    // The line break before a boundary belongs to the boundary.
    const content = body.subarray(headEnd + 4, next - 2)
    if (filename === null) {
      pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(content.toString('utf8'))}`)
    } else files.set(name, { filename, bytes: content })
    at = next
  }
  return { fields: decodeForm(pairs.join('&')), files }
}
