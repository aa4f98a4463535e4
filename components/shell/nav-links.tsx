'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from '#components/ui/cn.ts'

type Item = { href: string; label: string; isExact?: boolean }

/**
 * The main links; the one whose part of the app is open is marked. They are not fetched beforehand: every page is drawn when it is asked
 * for, so there is nothing to have ready, and an open page would ask for each of them again whenever it is drawn anew.
 */
export function NavLinks({ items, stacked }: { items: Item[]; stacked?: boolean }) {
  const path = usePathname()
  return (
    <ul className={cn('flex gap-1', stacked && 'flex-col')}>
      {items.map(item => {
        const open = path === item.href || (!item.isExact && path.startsWith(`${item.href}/`))
        return (
          <li key={item.href}>
            <Link
              href={item.href}
              prefetch={false}
              aria-current={open ? 'page' : undefined}
              className="inline-flex h-9 w-full items-center rounded-md px-3 font-medium text-muted-foreground text-sm transition-colors hover:bg-muted hover:text-foreground aria-[current=page]:bg-muted aria-[current=page]:text-foreground"
            >
              {item.label}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
