'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** A step that a link opened in place: its heading takes the focus, so that keyboard and screen reader go on there. */
export function FocusOnArrival({ children, className }: { children: ReactNode; className?: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h2>
  )
}
