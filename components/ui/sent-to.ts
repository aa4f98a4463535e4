import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { textFields } from '#lib/action-fields.ts'
import { type ActionState, type FormAction, isDefinite } from '#lib/action-state.ts'

/**
 * An action whose form has an address of its own at our server, which answers it as the action would and much sooner
 * (docs/decisions/0018-checkout-before-next.md). Without an address, and for forms that are sent without JavaScript, it is the action itself.
 */
export function useSentTo(address: string | undefined, action: FormAction): FormAction {
  const router = useRouter()
  const sent = useCallback<FormAction>(
    async (state, form) => {
      const response = await fetch(address ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(textFields(form)),
      })
      // Not taken, because the host has another name too or a proxy stops it: nothing was done, and the action has the same key.
      if (response.status >= 400 && response.status < 500) return action(state, form)
      if (!response.ok) throw new Error(`${address}: ${response.status}`)
      const answer = (await response.json()) as ActionState
      // The page that follows belongs to the same wait; after a definite refusal this page is drawn anew.
      if (answer.location) router.push(answer.location)
      else if (answer.status === 'error' && isDefinite(answer)) router.refresh()
      return answer
    },
    [address, action, router],
  )
  return address === undefined || typeof window === 'undefined' ? action : sent
}
