import { readUpload } from './read-upload.ts'
import { fail, ok, type Result } from './result.ts'

/** What is around the files in a form's body. */
const AROUND_BYTES_MAX = 64 * 1024

/**
 * A form with files, read whole and never more of it than `bytesMax`: for route handlers, because server actions hold back
 * files of more than a megabyte.
 */
export async function readForm(
  request: Request,
  bytesMax: number,
): Promise<Result<FormData, 'too_large' | 'empty_file' | 'upload_cut_off'>> {
  const body = await readUpload(request.body, bytesMax + AROUND_BYTES_MAX)
  if (!body.ok) return body
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(new Uint8Array(body.value), { headers }).formData().catch(() => null)
  return form ? ok(form) : fail('upload_cut_off')
}

/** The files of a field that were chosen: a field left empty sends a file without a name or content. */
export function filesOf(form: FormData, field: string): File[] {
  return form.getAll(field).filter((value): value is File => value instanceof File && value.size > 0)
}
