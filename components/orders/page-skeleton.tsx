import { Card } from '#components/ui/card.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'

/** The shape of a list page while it loads. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-2 h-9 w-44" />
      <Skeleton className="mb-8 h-5 w-72 max-w-full" />
      <Card className="divide-y">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes without content
          <div key={row} className="grid gap-2 px-5 py-4 sm:px-6">
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-4 w-1/3" />
          </div>
        ))}
      </Card>
    </div>
  )
}

/** The shape of a page about one thing: what it is on the left, its sums on the right. */
export function DetailSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-2 h-9 w-80 max-w-full" />
      <Skeleton className="mb-8 h-5 w-48" />
      <div className="grid gap-6 lg:grid-cols-[1fr_22rem]">
        <Skeleton className="h-72" />
        <Skeleton className="h-56" />
      </div>
    </div>
  )
}
