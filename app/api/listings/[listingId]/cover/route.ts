import { keepCover } from '#lib/catalogue/keep-cover.ts'
import { COVER_BYTES_MAX, type CoverErrorCode } from '#lib/catalogue/model.ts'
import { readCover } from '#lib/catalogue/queries.ts'
import { filesOf, readForm } from '#lib/read-form.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { isSameOrigin } from '#lib/same-origin.ts'
import { currentActor, currentViewer } from '#lib/users/current-actor.ts'

type Context = { params: Promise<{ listingId: string }> }

/** The picture, to be kept by the browser for ever: another picture has another address. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentViewer()
  const cover = actor && (await readCover(actor, (await params).listingId))
  if (!cover) return new Response(null, { status: 404 })
  return new Response(cover.bytes, {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, max-age=31536000, immutable' },
  })
}

async function fileOf(request: Request): Promise<Result<Buffer, CoverErrorCode>> {
  const form = await readForm(request, COVER_BYTES_MAX)
  if (!form.ok) return form
  const [file] = filesOf(form.value, 'cover')
  if (!file) return fail('empty_file')
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
