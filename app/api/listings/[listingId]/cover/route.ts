import { keepCover } from '#lib/listings/keep-cover.ts'
import { COVER_BYTES_MAX, type CoverErrorCode } from '#lib/listings/model.ts'
import { readCover } from '#lib/listings/queries.ts'
import { readUpload } from '#lib/read-upload.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { isSameOrigin } from '#lib/same-origin.ts'
import { currentActor } from '#lib/users/current-actor.ts'

type Context = { params: Promise<{ listingId: string }> }

/** What is around the file in a form's body. */
const FORM_BYTES_MAX = 4096

/** The picture, to be kept by the browser for ever: another picture has another address. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  const cover = actor && (await readCover(actor, (await params).listingId))
  if (!cover) return new Response(null, { status: 404 })
  return new Response(cover.bytes, {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, max-age=31536000, immutable' },
  })
}

async function fileOf(request: Request): Promise<Result<Buffer, CoverErrorCode>> {
  const body = await readUpload(request.body, COVER_BYTES_MAX + FORM_BYTES_MAX)
  if (!body.ok) return body
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(new Uint8Array(body.value), { headers }).formData().catch(() => null)
  const file = form?.get('cover')
  if (!(file instanceof File) || file.size === 0) return fail('empty_file')
  if (file.size > COVER_BYTES_MAX) return fail('too_large')
  return ok(Buffer.from(await file.arrayBuffer()))
}

/** Takes a listing's picture from its form and leads back to the listing, with what came of it in the address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { listingId } = await params
  const to = (address: string) => new Response(null, { status: 303, headers: { location: address } })
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const actor = await currentActor()
  if (!actor) return to('/sign-in')
  const file = await fileOf(request)
  const kept = file.ok ? await keepCover(actor, listingId, file.value) : file
  if (!kept.ok && kept.error === 'not_found') return new Response(null, { status: 404 })
  const page = `/listings/own/${encodeURIComponent(listingId)}`
  return to(kept.ok ? `${page}?cover=saved` : `${page}?cover=${kept.error}`)
}
