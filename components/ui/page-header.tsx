import type { ReactNode } from 'react'

type Props = { title: ReactNode; description?: ReactNode; actions?: ReactNode; above?: ReactNode }

/** The page's one h1, with what the page is for and what can be done. `above` holds breadcrumbs. */
export function PageHeader({ title, description, actions, above }: Props) {
  return (
    <header className="mb-6 grid gap-3 sm:mb-8">
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="grid min-w-0 gap-1">
          <h1 className="hyphens-auto font-semibold text-2xl wrap-anywhere">{title}</h1>
          {description ? (
            <div className="max-w-prose text-muted-foreground text-sm">{description}</div>
          ) : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-3">{actions}</div> : null}
      </div>
    </header>
  )
}
