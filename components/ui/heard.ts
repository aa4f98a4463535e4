import { unstable_rethrow } from 'next/navigation'
import { useCallback } from 'react'
import { echo, textFields } from '#lib/action-fields.ts'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'

/**
 * An action whose answer may never come: the network broke, or our server ended in the middle. Then nobody knows whether it was done, and
 * the form says so, keeps what was typed and its key, by which trying again is the same operation.
 */
export function useHeard(action: FormAction): FormAction {
  const t = useWords()
  const heard = useCallback<FormAction>(
    async (state, form) => {
      try {
        return await action(state, form)
      } catch (error) {
        unstable_rethrow(error)
        return { status: 'error', message: t('ui.noAnswerCame'), values: echo(textFields(form)) }
      }
    },
    [action, t],
  )
  // The server draws the action itself into the form, so that it can be sent without JavaScript.
  return typeof window === 'undefined' ? action : heard
}
