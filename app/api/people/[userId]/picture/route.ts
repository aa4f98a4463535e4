import { currentSession } from '#lib/users/current-actor.ts'
import { readPicture } from '#lib/users/picture-queries.ts'

type Context = { params: Promise<{ userId: string }> }

/** Somebody's picture, to be kept by the browser for ever: another picture has another address. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const session = await currentSession()
  const picture = session && (await readPicture(session.actor, (await params).userId))
  if (!picture) return new Response(null, { status: 404 })
  return new Response(picture.bytes, {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, max-age=31536000, immutable' },
  })
}
