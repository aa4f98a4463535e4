import { readFile } from '#lib/messages/queries.ts'
import { currentViewer } from '#lib/users/current-actor.ts'

type Context = { params: Promise<{ orderId: string; fileId: string }> }

/** A file that a party sent, for saving: never opened in the app's own origin, whatever it is. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { orderId, fileId } = await params
  const actor = await currentViewer()
  const file = actor && (await readFile(actor, orderId, fileId))
  if (!file) return new Response(null, { status: 404 })
  return new Response(file.bytes, {
    headers: {
      'content-type': file.mimeType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
    },
  })
}
