'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import type { ActionState, FormAction } from '#lib/action-state.ts'
import { Alert } from './alert.tsx'
import { cn } from './cn.ts'
import { FormStateProvider } from './form-state.tsx'
import { useHeard } from './heard.ts'

export type SubmittedFormProps = {
  action: FormAction
  /** Issued by the server, so that sending the form twice is one operation. */
  requestKey: string
  /** Hidden fields, such as the id of what the form is about. */
  hidden?: Record<string, string>
  /** Takes the fields away once the action is done, and leaves its message. For forms that make sense only once. */
  once?: boolean
  /** For what agrees to sums or words that the page shows: they do not change by themselves while they are read. */
  keep?: boolean
  /** Stands in the fields' place once the action is done; it can read what the action answered by `useFormData`. */
  after?: ReactNode
  className?: string
  children: ReactNode
}

const IDLE: ActionState = { status: 'idle' }

/**
 * The part of an ActionForm that runs in the browser. It shows the action's message, marks the fields that were refused, keeps what was typed,
 * and works before and without JavaScript: the browser then posts the form and the page comes back with the same state.
 */
export function SubmittedForm(props: SubmittedFormProps) {
  const { action, requestKey, hidden = {}, once, keep, after, className, children } = props
  const [state, submit, pending] = useActionState(useHeard(action), IDLE)
  const form = useRef<HTMLFormElement>(null)
  const key = state.requestKey ?? state.values?.requestKey ?? requestKey

  useEffect(() => {
    if (state.status === 'error') focusOnProblem(form.current)
  }, [state])

  return (
    <form
      ref={form}
      action={submit}
      aria-busy={pending}
      data-keep={keep}
      noValidate
      className={cn('grid gap-5', className)}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="requestKey" value={key} />
      <Message state={state} />
      <FormStateProvider value={state}>{once && state.status === 'ok' ? after : children}</FormStateProvider>
    </form>
  )
}

/** To the first refused field, or to the message when no field is at fault. */
function focusOnProblem(form: HTMLFormElement | null) {
  const target =
    form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form?.querySelector('[data-message]')
  if (target instanceof HTMLElement) target.focus()
}

function Message({ state }: { state: ActionState }) {
  if (!state.message) return null
  const failed = state.status === 'error'
  return (
    <Alert
      data-message
      tabIndex={-1}
      role={failed ? 'alert' : 'status'}
      tone={failed ? 'destructive' : 'success'}
    >
      {state.message}
      {state.fieldErrors?.form ? <p>{state.fieldErrors.form}</p> : null}
    </Alert>
  )
}
