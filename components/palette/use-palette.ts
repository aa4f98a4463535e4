'use client'

import { useEffect, useState } from 'react'
import type { PaletteAnswer, PaletteItem } from './model.ts'

const PAUSE_MS = 120

export type Found = { items: PaletteItem[]; state: 'searching' | 'done' | 'failed' }

/** What the server finds for some words; asked once somebody pauses, and of several questions the last counts. */
export function usePalette(words: string): Found {
  const [found, setFound] = useState<Found>({ items: [], state: 'searching' })
  useEffect(() => {
    const asking = new AbortController()
    const timer = setTimeout(
      async () => {
        try {
          const response = await fetch(`/api/palette?q=${encodeURIComponent(words)}`, {
            signal: asking.signal,
          })
          if (!response.ok) throw new Error(String(response.status))
          const { items } = (await response.json()) as PaletteAnswer
          setFound({ items, state: 'done' })
        } catch {
          if (!asking.signal.aborted) setFound({ items: [], state: 'failed' })
        }
      },
      words === '' ? 0 : PAUSE_MS,
    )
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [words])
  return found
}
