'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type Props = { label: string; onClose: () => void; children: ReactNode }

/** The browser's own modal dialog, open while it is drawn: it keeps the focus, closes on Escape and gives the focus back. */
export function Modal({ label, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={onClose}
      onClick={event => event.target === dialog.current && dialog.current?.close()}
      onKeyDown={event => event.stopPropagation()}
      className="mx-auto mt-[12dvh] mb-auto max-h-[76dvh] w-[calc(100%-2rem)] max-w-xl overflow-y-auto rounded-xl border bg-card p-0 text-foreground shadow-overlay backdrop:bg-[oklch(0.15_0.02_225/0.55)]"
    >
      {children}
    </dialog>
  )
}
