import { Clock } from 'lucide-react'
import { durationWords } from './duration.ts'
import { Moment } from './moment.tsx'

const SOON = 48 * 60 * 60 * 1000

/** Until when a hold stands: Stripe's own `capture_before`, never computed here. */
export function HoldClock({ captureBeforeAt, now }: { captureBeforeAt: Date; now: Date }) {
  const left = captureBeforeAt.getTime() - now.getTime()
  if (left <= 0) {
    return (
      <p className="flex items-center gap-2 text-sm">
        <Clock aria-hidden className="size-4 shrink-0" />
        <span>
          The hold ended <Moment at={captureBeforeAt} />. The bank gives the money back to the card.
        </span>
      </p>
    )
  }
  return (
    <p className={`flex items-center gap-2 text-sm ${left < SOON ? 'font-medium' : ''}`}>
      <Clock aria-hidden className="size-4 shrink-0" />
      <span>
        Held until <Moment at={captureBeforeAt} /> ({durationWords(left)})
      </span>
    </p>
  )
}
