import { startTransition, useActionState, useEffect, useRef } from 'react'
import { useHeard } from '#components/ui/heard.ts'
import { useSentTo } from '#components/ui/sent-to.ts'
import type { ActionState, FormAction } from '#lib/action-state.ts'

const IDLE: ActionState = { status: 'idle' }

type Hold = {
  /** What the form was answered last. */
  held: ActionState
  pending: boolean
  submit: (fields: FormData) => void
  /** Sends fields of no form. Resolves with the answer: until then whoever waits stays as it is, and nothing draws the page anew. */
  send: (fields: Record<string, string>) => Promise<undefined>
}

/** Putting a hold on, or renewing it, by an action or, with JavaScript, by an address of ours. */
export function useHold(action: FormAction, address: string | undefined): Hold {
  const [held, submit, pending] = useActionState(useHeard(useSentTo(address, action)), IDLE)
  const answered = useRef(() => {})

  useEffect(() => {
    if (held.status !== 'idle') answered.current()
  }, [held])

  function send(fields: Record<string, string>): Promise<undefined> {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    startTransition(() => submit(form))
    return new Promise(resolve => {
      answered.current = () => resolve(undefined)
    })
  }

  return { held, pending, submit, send }
}
