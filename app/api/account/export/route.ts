import { Readable } from 'node:stream'
import { exportAccount } from '#lib/leaving/export-account.ts'
import { readForm } from '#lib/read-form.ts'
import { isSameOrigin } from '#lib/same-origin.ts'
import { currentPerson } from '#lib/users/current-actor.ts'
import { knownPassword } from '#lib/users/model.ts'

const FORM_BYTES_MAX = 10_000

/** Everything about the caller, sent while it is read, after their password; what was wrong with that is said on the page. */
export async function POST(request: Request): Promise<Response> {
  const to = (address: string) => new Response(null, { status: 303, headers: { location: address } })
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const actor = await currentPerson()
  if (!actor) return to('/sign-in?next=%2Faccount%2Fleave')
  const form = await readForm(request, FORM_BYTES_MAX)
  const password = knownPassword.safeParse(form.ok ? form.value.get('password') : null)
  if (!password.success) return to('/account/leave?export=wrong_password')
  const exported = await exportAccount(actor, password.data)
  if (!exported.ok) return to(`/account/leave?export=${exported.error}`)
  const day = new Date().toISOString().slice(0, 10)
  return new Response(Readable.toWeb(Readable.from(exported.value)) as ReadableStream, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="holdfast-${day}.json"`,
      'cache-control': 'private, no-store',
    },
  })
}
