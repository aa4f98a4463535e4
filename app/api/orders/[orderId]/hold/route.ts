import type { NextRequest } from 'next/server'
import { answerHold, HOLD_BYTES_MAX } from '#lib/checkout/answer-hold.ts'
import { readUpload } from '#lib/read-upload.ts'

type Context = { params: Promise<{ orderId: string }> }

/** The checkout's form, where Next has no server of ours before it. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const { orderId } = await params
  const body = await readUpload(request.body, HOLD_BYTES_MAX)
  if (!body.ok && body.error === 'too_large') return Response.json({ error: 'too_large' }, { status: 413 })
  const answer = await answerHold(request, orderId, body.ok ? body.value.toString('utf8') : '')
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}
