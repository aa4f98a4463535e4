/** What a form shows after it was submitted. `values` are the submitted ones, so that nothing typed is lost. */
export type ActionState = {
  status: 'idle' | 'ok' | 'error'
  message?: string
  fieldErrors?: Record<string, string>
  values?: Record<string, string>
  /** A new key for the next submit: given once this operation is over, so that the next one is another operation. */
  requestKey?: string
  /** The page that the person goes on to: a path of ours. */
  location?: string
  /** What a client island goes on with after success: a client secret, or codes that are shown once. */
  data?: Record<string, string>
}

export type FormAction = (state: ActionState, form: FormData) => Promise<ActionState>

/** Whether an error ends the operation: that brings a new key. Without one it is open what became of it, and nobody may be told that nothing was done. */
export const isDefinite = ({ requestKey }: ActionState): boolean => requestKey !== undefined
