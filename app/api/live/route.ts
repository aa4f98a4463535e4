import { openStream } from '#lib/live/open-stream.ts'
import { currentSession } from '#lib/users/current-actor.ts'

export const dynamic = 'force-dynamic'

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Neither kept nor compressed, which would hold events back; the second is for nginx.
  'cache-control': 'private, no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** Hints for an open page that something on it has changed, as server-sent events. 204 tells a browser not to ask again. */
export async function GET(request: Request): Promise<Response> {
  const session = await currentSession()
  if (!session) return new Response(null, { status: 204 })
  const since = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since')
  const stream = openStream(session, Number(since) || 0)
  if (!stream) return new Response('Too many pages are open.', { status: 503 })
  return new Response(stream, { headers: HEADERS })
}
