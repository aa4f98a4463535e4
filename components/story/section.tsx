import type { ReactNode } from 'react'

type Props = { id: string; title: string; about?: ReactNode; children: ReactNode }

/** A part of the story's page under a heading of its own. */
export function Section({ id, title, about, children }: Props) {
  return (
    <section aria-labelledby={id} className="grid gap-4">
      <div className="grid gap-1">
        <h2 id={id} className="font-semibold text-xl">
          {title}
        </h2>
        {about ? <p className="max-w-prose text-muted-foreground text-sm">{about}</p> : null}
      </div>
      {children}
    </section>
  )
}
