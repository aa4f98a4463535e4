'use client'

import { X } from 'lucide-react'
import { type ComponentProps, type MouseEvent, type ReactNode, useId, useRef } from 'react'
import { useWords } from '#words'
import { Button } from './button.tsx'

type Look = Pick<ComponentProps<typeof Button>, 'variant' | 'size' | 'className'>

type Props = Look & {
  /** What the opening button says. */
  trigger: ReactNode
  title: ReactNode
  description?: ReactNode
  children: ReactNode
}

/**
 * A button and the dialog that it opens: the browser's own modal dialog, which keeps the focus inside, closes on Escape
 * and gives the focus back. `command` opens it before (and without) our script.
 * Put an ActionForm in it to have an action confirmed.
 */
export function Dialog({ trigger, title, description, children, ...look }: Props) {
  const t = useWords()
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)
  const open = (event: MouseEvent) => {
    event.preventDefault()
    if (!ref.current?.open) ref.current?.showModal()
  }
  return (
    <>
      <Button {...look} onClick={open} aria-haspopup="dialog" {...{ command: 'show-modal', commandfor: id }}>
        {trigger}
      </Button>
      <dialog
        ref={ref}
        id={id}
        aria-labelledby={`${id}-title`}
        aria-describedby={description ? `${id}-description` : undefined}
        className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-lg overflow-y-auto rounded-xl border bg-card p-0 text-foreground shadow-overlay backdrop:bg-[oklch(0.15_0.02_225/0.55)]"
      >
        <div className="flex items-start justify-between gap-4 px-6 pt-5">
          <h2 id={`${id}-title`} className="font-semibold text-lg">
            {title}
          </h2>
          <form method="dialog">
            <Button
              type="submit"
              variant="ghost"
              size="icon"
              className="-mt-1.5 -mr-3"
              aria-label={t('ui.close')}
            >
              <X aria-hidden />
            </Button>
          </form>
        </div>
        <div className="grid gap-5 px-6 pt-1 pb-6">
          {description ? (
            <div id={`${id}-description`} className="text-muted-foreground text-sm">
              {description}
            </div>
          ) : null}
          {children}
        </div>
      </dialog>
    </>
  )
}
