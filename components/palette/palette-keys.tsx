'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useWords } from '#words'

/** Loaded when it is first opened, so that no page pays for it. */
const Palette = dynamic(() => import('./palette.tsx').then(module => module.Palette), { ssr: false })
const KeyHelp = dynamic(() => import('./key-help.tsx').then(module => module.KeyHelp), { ssr: false })

/** There where somebody wants no keys without Ctrl: they can be in the way of speech input (WCAG 2.1.4). */
const NO_SINGLE_KEYS = 'holdfast-no-single-keys'

type Open = 'palette' | 'keys' | null

const TYPED_INTO = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'

/** What a key opens; null where it is somebody's typing, or nothing of ours. */
function openedBy(event: KeyboardEvent): Open {
  const { key, target } = event
  if (key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey) return 'palette'
  if (event.ctrlKey || event.metaKey || event.altKey || (key !== '/' && key !== '?')) return null
  if (target instanceof Element && target.closest(TYPED_INTO)) return null
  if (localStorage.getItem(NO_SINGLE_KEYS) !== null) return null
  return key === '/' ? 'palette' : 'keys'
}

/** Opens the palette by Ctrl-K, Cmd-K or `/`, and the list of keys by `?`; and, by its button, for whoever has no keyboard. */
export function PaletteKeys() {
  const t = useWords()
  const [open, setOpen] = useState<Open>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const opened = openedBy(event)
      if (!opened || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOpen(opened)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  const close = () => setOpen(null)
  return (
    <>
      <button
        type="button"
        aria-label={t('palette.open')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen('palette')}
        className="needs-script inline-flex size-9 items-center justify-center rounded-md transition-colors hover:bg-muted"
      >
        <Search aria-hidden className="size-5" />
      </button>
      {open === 'palette' ? <Palette onClose={close} /> : null}
      {open === 'keys' ? <KeyHelp storageKey={NO_SINGLE_KEYS} onClose={close} /> : null}
    </>
  )
}
