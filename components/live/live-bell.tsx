'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'
import { createPortal } from 'react-dom'
import { BellLink } from '#components/notifications/bell-link.tsx'
import { useWords } from '#words'
import { watchForms } from './form-watch.ts'
import { hearLive } from './live-stream.ts'
import { type Redraws, redraws } from './redraws.ts'

type Props = {
  unread: number
  /** When the server drew the page, in milliseconds: what happened since is told when the stream opens. */
  drawnAt: number
}

/** A page whose address names an order shows that order and no other. */
function concerns(about: string, path: string): boolean {
  const shown = /ord_\w+/.exec(path)?.[0]
  return !shown || !about.startsWith('ord_') || about === shown
}

/**
 * The bell, and what keeps an open page true: a stream of hints, after which the server draws the page again. While a form is being
 * filled in or sent, or a dialog asks something, the page only says that it has news, and shows them when it is pressed or done.
 */
export function LiveBell({ unread, drawnAt }: Props) {
  const router = useRouter()
  const path = usePathname()
  const [isDrawing, startDrawing] = useTransition()
  const [hasNews, setHasNews] = useState(false)
  const [counted, setCounted] = useState({ unread, drawnAt })
  const drawing = useRef<Redraws>(null)

  const draw = useEffectEvent(() => startDrawing(() => router.refresh()))
  const since = useEffectEvent(() => drawnAt)
  const isBeingDrawn = useEffectEvent(() => isDrawing)
  const hear = useEffectEvent((about: string) => {
    if (concerns(about, path)) drawing.current?.ask()
  })
  const count = useEffectEvent((now: number) => setCounted({ unread: now, drawnAt }))

  useEffect(() => {
    const forms = watchForms()
    const { isBusy, isSending } = forms
    const page = redraws({ isBusy, isSending, isDrawing: isBeingDrawn, draw, tell: setHasNews })
    drawing.current = page
    const stop = hearLive('/api/live', since, { onHint: hear, onUnread: count, onSignedOut: draw })
    return () => {
      stop()
      page.stop()
      forms.stop()
    }
  }, [])

  return (
    <>
      <BellLink unread={counted.drawnAt === drawnAt ? counted.unread : unread} />
      {hasNews ? <News show={() => drawing.current?.now()} /> : null}
    </>
  )
}

/** Over the page's lower edge; in the page's own part of the document, so that it is among what the page says. */
function News({ show }: { show: () => void }) {
  const t = useWords()
  const main = document.getElementById('content')
  return (
    main &&
    createPortal(
      <div
        role="status"
        className="fixed inset-x-4 bottom-4 z-30 mx-auto flex w-fit items-center gap-3 rounded-xl border bg-card px-4 py-2 text-sm shadow-overlay print:hidden"
      >
        {t('live.news')}
        <button
          type="button"
          className="min-h-6 rounded-sm font-medium text-primary underline underline-offset-2"
          onClick={show}
        >
          {t('live.show')}
        </button>
      </div>,
      main,
    )
  )
}
