import type { ErrorTable } from '../result.ts'

/** A form as it was sent: by whom, under the key it was issued with, and what was in it. */
export type Submission = {
  userId: string
  requestKey: string
  /** The form's name, such as `order.deliver`. */
  form: string
  content: Record<string, string>
}

export type SubmissionErrorCode = 'other_content' | 'no_request_key'

export const SUBMISSION_ERRORS = {
  other_content: {
    status: 409,
    message: 'fields.thisFormWasAlreadySent',
  },
  no_request_key: { status: 400, message: 'fields.thisPageIsOutOf' },
} as const satisfies ErrorTable<SubmissionErrorCode>

export function isSubmissionError(error: string): error is SubmissionErrorCode {
  return Object.hasOwn(SUBMISSION_ERRORS, error)
}
