import { Badge, type Tone } from '#components/ui/badge.tsx'
import { LISTING_STATUS_WORDS, type ListingStatus } from '#lib/catalogue/model.ts'

const TONES: Record<ListingStatus, Tone> = { draft: 'neutral', published: 'success', unpublished: 'warning' }

export function ListingStatusBadge({ status }: { status: ListingStatus }) {
  return (
    <Badge tone={TONES[status]} dot>
      {LISTING_STATUS_WORDS[status].label}
    </Badge>
  )
}
