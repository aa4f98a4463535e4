'use client'

import { useSyncExternalStore } from 'react'

const SYSTEM_DARK = '(prefers-color-scheme: dark)'

function subscribe(changed: () => void): () => void {
  const system = matchMedia(SYSTEM_DARK)
  const chosen = new MutationObserver(changed)
  system.addEventListener('change', changed)
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', changed)
    chosen.disconnect()
  }
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset
  return theme ? theme === 'dark' : matchMedia(SYSTEM_DARK).matches
}

/** Whether the page is dark right now: Stripe's own form lives in another document and must be told. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark, () => false)
}
