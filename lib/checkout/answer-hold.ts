import { z } from 'zod'
import { textFields } from '../action-fields.ts'
import type { EarlyAnswer } from '../before-next.ts'
import { isSameOrigin } from '../same-origin.ts'
import type { RequestHead } from '../users/request-head.ts'
import { holdForm } from './hold-form.ts'

/** The form's few short fields are far below this. */
export const HOLD_BYTES_MAX = 16 * 1024

const formFields = z.record(z.string(), z.string())

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/**
 * The checkout's form, sent as JSON by a page of ours to an address of its own: the same by whichever server took the request. Answers
 * the form's ActionState, refusals included. The address stays the same from one build to the next, so that a form which was
 * opened before a new version is still understood after it. Never throws.
 */
export async function answerHold(head: RequestHead, orderId: string, body: string): Promise<EarlyAnswer> {
  if (!isSameOrigin(head.headers)) return { status: 403, body: '{"error":"other_origin"}' }
  const fields = formFields.safeParse(parsed(body))
  if (!fields.success) return { status: 400, body: '{"error":"no_form"}' }
  const state = await holdForm(head, { ...textFields(Object.entries(fields.data)), orderId })
  return { status: 200, body: JSON.stringify(state) }
}
