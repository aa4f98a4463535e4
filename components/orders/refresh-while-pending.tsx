'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks the server again until the page no longer renders this, ever more slowly. Draws nothing. */
export function RefreshWhilePending() {
  const router = useRouter()
  useEffect(() => {
    let wait = 1500
    let timer = setTimeout(function again() {
      if (document.visibilityState === 'visible') router.refresh()
      wait = Math.min(wait * 1.3, 10_000)
      timer = setTimeout(again, wait)
    }, wait)
    return () => clearTimeout(timer)
  }, [router])
  return null
}
