import { Skeleton } from '#components/ui/skeleton.tsx'
import { useWords } from '#words'

/** The shape of Stripe's card form while its script and its frame are fetched. */
export function CardEntrySkeleton() {
  const t = useWords()
  return (
    <div className="grid gap-4" role="status">
      <span className="sr-only">{t('islands.loadingStripesSecureCardForm')}</span>
      <Skeleton className="h-11" />
      <div className="grid grid-cols-2 gap-4">
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
      </div>
      <Skeleton className="h-10 w-32" />
    </div>
  )
}
