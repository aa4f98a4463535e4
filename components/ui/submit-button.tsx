'use client'

import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { useWords } from '#words'
import { Button } from './button.tsx'

type Props = Omit<ComponentProps<typeof Button>, 'type'> & {
  /** Said while the form is being sent, e.g. "Holding the money…". */
  pending?: ReactNode
}

/**
 * The button that sends its form. While the form is on its way it says so, keeps the focus (so it is not `disabled`,
 * which would drop it) and swallows further presses.
 */
export function SubmitButton({ children, pending, onClick, ...props }: Props) {
  const t = useWords()
  const { pending: sending } = useFormStatus()
  return (
    <Button
      type="submit"
      aria-disabled={sending || undefined}
      onClick={event => (sending ? event.preventDefault() : onClick?.(event))}
      {...props}
    >
      {sending ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
      {sending ? (pending ?? t('ui.oneMoment')) : children}
    </Button>
  )
}
