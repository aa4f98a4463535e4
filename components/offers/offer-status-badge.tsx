import { Badge, type Tone } from '#components/ui/badge.tsx'
import { OFFER_STATUS_WORDS, type OfferView } from '#lib/offers/model.ts'
import { useWords } from '#words'

const TONES: Record<OfferView['status'], Tone> = {
  requested: 'info',
  offered: 'primary',
  accepted: 'success',
  declined: 'neutral',
  ended: 'warning',
}

export function OfferStatusBadge({ status }: Pick<OfferView, 'status'>) {
  const t = useWords()
  return (
    <Badge tone={TONES[status]} dot>
      {t.say(OFFER_STATUS_WORDS[status].label)}
    </Badge>
  )
}
