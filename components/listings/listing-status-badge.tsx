import { Badge, type Tone } from '#components/ui/badge.tsx'
import { LISTING_STATUS_WORDS, type ListingStatus } from '#lib/catalogue/model.ts'
import { useWords } from '#words'

const TONES: Record<ListingStatus, Tone> = { draft: 'neutral', published: 'success', unpublished: 'warning' }

export function ListingStatusBadge({ status }: { status: ListingStatus }) {
  const t = useWords()
  return (
    <Badge tone={TONES[status]} dot>
      {t.say(LISTING_STATUS_WORDS[status].label)}
    </Badge>
  )
}
