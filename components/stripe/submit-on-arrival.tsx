'use client'

import { useEffect, useRef } from 'react'

/** Sends the form around it once, as soon as the page runs. For going on after a bank's page has sent the person back. */
export function SubmitOnArrival() {
  const marker = useRef<HTMLSpanElement>(null)
  useEffect(() => marker.current?.closest('form')?.requestSubmit(), [])
  return <span ref={marker} hidden />
}
