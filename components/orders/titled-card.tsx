import { type ReactNode, useId } from 'react'
import { Card, CardContent, CardHeader, CardTitle } from '#components/ui/card.tsx'

/** A part of a page, named so that a screen reader can go to it. */
export function TitledCard({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  const titleId = useId()
  return (
    <Card id={id} aria-labelledby={titleId} className="scroll-mt-20">
      <CardHeader>
        <CardTitle id={titleId}>{title}</CardTitle>
      </CardHeader>
      <CardContent className="pt-3 sm:pt-3">{children}</CardContent>
    </Card>
  )
}
