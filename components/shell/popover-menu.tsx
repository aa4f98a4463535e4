'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { cn } from '#components/ui/cn.ts'

type Props = { label: string; trigger: ReactNode; className?: string; children: ReactNode }

/**
 * A button and the box that it opens under the header: the browser's own popover, which closes on Escape or a press
 * elsewhere and needs no script. The script only closes it after a link in it was followed.
 */
export function PopoverMenu({ label, trigger, className, children }: Props) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is the reason to close
  useEffect(() => {
    if (box.current?.matches(':popover-open')) box.current.hidePopover()
  }, [path])
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={cn(
          'inline-flex h-9 min-w-9 items-center justify-center gap-2 rounded-md px-2 text-sm transition-colors hover:bg-muted',
          className,
        )}
      >
        {trigger}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        className="fixed inset-auto top-24 right-4 m-0 w-72 supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:mt-1.5 supports-[position-area:bottom]:[position-area:bottom_span-left] max-w-[calc(100vw-2rem)] rounded-xl border bg-card p-2 text-foreground shadow-overlay"
      >
        {children}
      </div>
    </>
  )
}
