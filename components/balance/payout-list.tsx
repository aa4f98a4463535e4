import { Moment } from '#components/orders/moment.tsx'
import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import type { PayoutView } from '#lib/payouts/model.ts'
import { PAYOUT_STATUS_WORDS, payoutFailure, whereabouts } from './payout-words.ts'

type Reader = 'CONTRACTOR' | 'ADMIN'

/** Payouts, newest first: where each one is, and for one that failed why, where its money is and what to do. */
export function PayoutList({ payouts, reader }: { payouts: PayoutView[]; reader: Reader }) {
  if (payouts.length === 0) return <p className="text-muted-foreground">No payouts yet.</p>
  return (
    <ul aria-label="Payouts" className="grid divide-y">
      {payouts.some(payout => payout.status === 'requested') ? <RefreshWhilePending /> : null}
      {payouts.map(payout => (
        <Entry key={payout.id} payout={payout} reader={reader} />
      ))}
    </ul>
  )
}

function Entry({ payout, reader }: { payout: PayoutView; reader: Reader }) {
  const words = PAYOUT_STATUS_WORDS[payout.status]
  const isOver = payout.status === 'failed' || payout.status === 'canceled'
  return (
    <li className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Money value={payout} className="font-medium" />
        <Badge tone={words.tone} dot>
          {words.label}
        </Badge>
        {payout.arrivalOn && !isOver ? (
          <span className="text-muted-foreground text-sm">
            {payout.status === 'paid' ? 'arrived' : 'expected'} <DateTime value={payout.arrivalOn} dayOnly />
          </span>
        ) : null}
      </p>
      {payout.status === 'failed' ? (
        <Failure payout={payout} reader={reader} />
      ) : (
        <p className="text-sm">
          {words.meaning} {isOver ? whereabouts(payout) : null}
        </p>
      )}
      {payout.traceId ? (
        <p className="text-sm">
          If the bank cannot find it, give it this reference:{' '}
          <span className="font-mono">{payout.traceId}</span>
        </p>
      ) : null}
      <p className="text-muted-foreground text-xs">
        {payout.bankLast4 ? `${payout.bankName ?? 'Bank account'} ending in ${payout.bankLast4} · ` : null}
        {payout.isAutomatic ? 'On schedule · ' : null}
        <Moment at={payout.createdAt} />
        {reader === 'ADMIN' && payout.stripePayoutId ? ` · ${payout.stripePayoutId}` : null}
      </p>
    </li>
  )
}

function Failure({ payout, reader }: { payout: PayoutView; reader: Reader }) {
  const { reason, todo, isAboutBank } = payoutFailure(payout.failureCode)
  if (reader === 'ADMIN') {
    return (
      <p className="text-sm">
        {reason} {whereabouts(payout)} The contractor was told: “{todo}”
      </p>
    )
  }
  return (
    <>
      <p className="text-sm">
        {reason} {whereabouts(payout)} <strong className="font-medium">{todo}</strong>
      </p>
      {isAboutBank ? (
        <LinkButton
          href="/onboarding#bank"
          prefetch={false}
          variant="secondary"
          size="sm"
          className="my-1 justify-self-start"
        >
          Change the bank account
        </LinkButton>
      ) : null}
    </>
  )
}
