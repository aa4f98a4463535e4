import { FILES_BYTES_MAX, type MessageErrorCode, sendMessageInput } from '#lib/messages/model.ts'
import { sendMessage } from '#lib/messages/send-message.ts'
import { filesOf, readForm } from '#lib/read-form.ts'
import { fail, type Result } from '#lib/result.ts'
import { isSameOrigin } from '#lib/same-origin.ts'
import { currentActor } from '#lib/users/current-actor.ts'
import type { Actor } from '#lib/users/model.ts'

async function send(
  actor: Actor,
  orderId: string,
  request: Request,
): Promise<Result<unknown, MessageErrorCode>> {
  const form = await readForm(request, FILES_BYTES_MAX)
  if (!form.ok) return fail(form.error === 'empty_file' ? 'no_text' : form.error)
  const fields = { orderId, requestKey: form.value.get('requestKey'), text: form.value.get('text') }
  const input = sendMessageInput.safeParse(fields)
  if (!input.success) return fail('no_text')
  const files = filesOf(form.value, 'files').map(async file => ({
    name: file.name,
    bytes: Buffer.from(await file.arrayBuffer()),
  }))
  return sendMessage(actor, input.data, await Promise.all(files))
}

/** Takes a message with its files from the order's page and leads back to it, with what came of it in the address. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  const { orderId } = await params
  const to = (address: string) => new Response(null, { status: 303, headers: { location: address } })
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const actor = await currentActor()
  if (!actor) return to('/sign-in')
  const sent = await send(actor, orderId, request)
  if (!sent.ok && sent.error === 'not_found') return new Response(null, { status: 404 })
  return to(`/orders/${encodeURIComponent(orderId)}?message=${sent.ok ? 'sent' : sent.error}#messages`)
}
