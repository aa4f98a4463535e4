import { unsubscribe } from '#lib/preferences/unsubscribe.ts'
import { requestOrigin } from '#lib/users/request-origin.ts'

type Params = { params: Promise<{ token: string }> }

/** What a mail program posts when its own "Unsubscribe" is pressed (RFC 8058). It has no cookie and needs none: the address is signed. */
export async function POST(_request: Request, { params }: Params): Promise<Response> {
  const done = await unsubscribe(await requestOrigin(), (await params).token)
  return done.ok
    ? new Response('Unsubscribed.', { status: 200 })
    : new Response('There is no such link.', { status: 404 })
}

/** The same address opened by a person: to the page that asks. Nothing happens by opening it, for mail scanners open everything. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const location = `/unsubscribe/${encodeURIComponent((await params).token)}`
  return new Response(null, { status: 303, headers: { location } })
}
