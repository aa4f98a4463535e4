import type { ReactNode } from 'react'

const BUTTON =
  'inline-flex h-10 items-center rounded-md px-4 font-medium text-sm shadow-card transition-colors'

/** How what one presses there looks. */
export const PLAIN_BUTTON = {
  primary: `${BUTTON} bg-primary text-primary-foreground hover:bg-primary-hover`,
  secondary: `${BUTTON} border border-control/55 bg-card hover:bg-muted`,
}

type Props = { title: string; actions: ReactNode; children: ReactNode }

/**
 * What is shown instead of a page. Every page loads what these are made of, so they are made of nothing: their links load the page anew.
 */
export function PlainPage({ title, actions, children }: Props) {
  return (
    <div className="grid justify-items-center gap-4 px-6 py-12 text-center">
      <h1 className="font-semibold text-lg">{title}</h1>
      <div className="max-w-md text-muted-foreground text-sm">{children}</div>
      <div className="flex flex-wrap justify-center gap-3">{actions}</div>
    </div>
  )
}
