import { type ReactNode, useId } from 'react'
import type { FormAction } from '#lib/action-state.ts'
import { useWords } from '#words'
import { ActionForm } from './action-form.tsx'
import { Alert } from './alert.tsx'
import { SubmitButton } from './submit-button.tsx'

type Props = {
  /** The command that takes it back, and what it is told. */
  action: FormAction
  hidden: Record<string, string>
  /** What was done. */
  children: ReactNode
}

/** After an action: says what was done and offers to take it back. The offer is a form of its own, which works without JavaScript. */
export function UndoNotice({ action, hidden, children }: Props) {
  const t = useWords()
  const id = useId()
  return (
    <Alert tone="success" role="status" className="mb-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <p id={id}>{children}</p>
        <ActionForm action={action} hidden={hidden} className="-my-1 gap-2">
          <SubmitButton size="sm" variant="secondary" aria-describedby={id} pending={t('undo.undoing')}>
            {t('undo.undo')}
          </SubmitButton>
        </ActionForm>
      </div>
    </Alert>
  )
}
