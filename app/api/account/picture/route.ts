import { filesOf, readForm } from '#lib/read-form.ts'
import { fail, ok, type Result } from '#lib/result.ts'
import { isSameOrigin } from '#lib/same-origin.ts'
import { currentPerson } from '#lib/users/current-actor.ts'
import { keepPicture } from '#lib/users/keep-picture.ts'
import { PICTURE_BYTES_MAX, type PictureErrorCode } from '#lib/users/picture-model.ts'

async function fileOf(request: Request): Promise<Result<Buffer, PictureErrorCode>> {
  const form = await readForm(request, PICTURE_BYTES_MAX)
  if (!form.ok) return form
  const [file] = filesOf(form.value, 'picture')
  if (!file) return fail('empty_file')
  if (file.size > PICTURE_BYTES_MAX) return fail('too_large')
  return ok(Buffer.from(await file.arrayBuffer()))
}

/** Takes one's own picture from its form and leads back to the profile, with what came of it in the address. */
export async function POST(request: Request): Promise<Response> {
  const to = (address: string) => new Response(null, { status: 303, headers: { location: address } })
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const actor = await currentPerson()
  if (!actor) return to('/sign-in?next=%2Faccount')
  const file = await fileOf(request)
  const kept = file.ok ? await keepPicture(actor, file.value) : file
  return to(kept.ok ? '/account?done=picture' : `/account?picture=${kept.error}`)
}
