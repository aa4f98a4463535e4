import Link from 'next/link'
import { Money } from '#components/ui/money.tsx'
import { LISTING_CATEGORY_WORDS } from '#lib/catalogue/category-model.ts'
import type { ListingSummary } from '#lib/catalogue/model.ts'
import { useWords } from '#words'
import { Cover } from './cover.tsx'
import { daysWords } from './days-words.ts'

type Props = { listings: ListingSummary[]; label: string; withContractor?: boolean }

/** Listings side by side; each is one link, named by its title. */
export function ListingGrid({ listings, label, withContractor = true }: Props) {
  const t = useWords()
  return (
    <ul aria-label={label} className="grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-3">
      {listings.map(listing => (
        <li
          key={listing.id}
          className="relative grid min-w-0 content-start gap-3 rounded-xl border bg-card p-4 shadow-card transition-colors focus-within:border-primary hover:border-primary"
        >
          <Cover url={listing.coverUrl} />
          <div className="grid min-w-0 gap-1">
            <h2 className="break-words font-medium">
              <Link
                prefetch={false}
                href={`/listings/${listing.id}`}
                className="after:absolute after:inset-0 after:rounded-xl"
              >
                {listing.title}
              </Link>
            </h2>
            <p className="truncate text-muted-foreground">
              {[
                ...(withContractor ? [listing.contractor.displayName] : []),
                t(LISTING_CATEGORY_WORDS[listing.category]),
              ].join(' · ')}
            </p>
          </div>
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Money value={listing} className="font-semibold" code />
            <span className="text-muted-foreground">
              {t('work.inDayswords', { days: daysWords(t, listing.deliveryDays) })}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
