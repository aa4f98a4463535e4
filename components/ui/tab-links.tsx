import Link from 'next/link'
import { cn } from './cn.ts'

type Tab = { href: string; label: string; count?: number }

/** Tabs that are addresses: each one can be linked to, opened in a new window and reached with the back button. */
export function TabLinks({ label, tabs, current }: { label: string; tabs: Tab[]; current: string }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b">
      <ul className="flex gap-1">
        {tabs.map(tab => (
          <li key={tab.href}>
            <Link
              prefetch={false}
              href={tab.href}
              aria-current={tab.href === current ? 'page' : undefined}
              className={cn(
                '-outline-offset-2 inline-flex h-10 items-center gap-2 whitespace-nowrap border-transparent border-b-2 px-3 font-medium text-muted-foreground hover:text-foreground',
                'aria-[current=page]:border-primary aria-[current=page]:text-foreground',
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="rounded-full bg-muted px-1.5 text-xs tabular-nums">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
