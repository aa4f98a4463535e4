import { Clock } from 'lucide-react'
import { useWords } from '#words'
import { durationWords } from './duration.ts'
import { Moment } from './moment.tsx'

const SOON = 48 * 60 * 60 * 1000

/** Until when a hold stands: Stripe's own `capture_before`, never computed here. */
export function HoldClock({ captureBeforeAt, now }: { captureBeforeAt: Date; now: Date }) {
  const t = useWords()
  const left = captureBeforeAt.getTime() - now.getTime()
  if (left <= 0) {
    return (
      <p className="flex items-center gap-2 text-sm">
        <Clock aria-hidden className="size-4 shrink-0" />
        <span>{t.rich('orders.theHoldEndedMomentThe', { moment: <Moment at={captureBeforeAt} /> })}</span>
      </p>
    )
  }
  return (
    <p className={`flex items-center gap-2 text-sm ${left < SOON ? 'font-medium' : ''}`}>
      <Clock aria-hidden className="size-4 shrink-0" />
      <span>
        {t.rich('orders.heldUntilMomentDurationwords', {
          moment: <Moment at={captureBeforeAt} />,
          left: durationWords(t, left),
        })}
      </span>
    </p>
  )
}
