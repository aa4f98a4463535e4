import type { Step } from './recording.ts'
import type { Send } from './replay.ts'

/**
 * A file of single requests leaves out what was recorded before in the same form, such as the confirmation of one more intent. What must
 * have happened to an intent before a step is done here.
 */
export async function catchUp(step: Step, path: string, account: string | null, send: Send): Promise<void> {
  const [, , resource, id, act] = path.split('/')
  if (resource !== 'payment_intents' || !id || !['GET', 'POST'].includes(step.method)) return
  const wanted = act === 'capture' ? 'requires_capture' : step.method === 'GET' ? step.response.status : null
  if (wanted === null) return
  const at = `/v1/payment_intents/${id}`
  const { body: now } = await send('GET', at, [], account)
  if (now.status === 'requires_confirmation' && wanted !== 'requires_confirmation' && wanted !== 'canceled') {
    await send('POST', `${at}/confirm`, [], account)
  }
  if (wanted === 'succeeded' && now.capture_method === 'manual') {
    const amount = String(step.response.amount_received ?? now.amount)
    await send('POST', `${at}/capture`, [['amount_to_capture', amount]], account)
  }
  if (wanted === 'canceled' && now.status !== 'canceled') await send('POST', `${at}/cancel`, [], account)
}
