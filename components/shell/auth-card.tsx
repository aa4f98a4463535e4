import type { ReactNode } from 'react'
import { Card, CardContent } from '#components/ui/card.tsx'

type Props = { title: string; description: ReactNode; children: ReactNode; below: ReactNode }

/** The narrow card that signing in and signing up share. */
export function AuthCard({ title, description, children, below }: Props) {
  return (
    <div className="mx-auto grid w-full max-w-md gap-6 px-4 py-10 sm:py-16">
      <header className="grid gap-1.5 text-center">
        <h1 className="font-semibold text-2xl">{title}</h1>
        <p className="text-muted-foreground text-sm">{description}</p>
      </header>
      <Card>
        <CardContent>{children}</CardContent>
      </Card>
      <p className="text-center text-muted-foreground text-sm">{below}</p>
    </div>
  )
}
