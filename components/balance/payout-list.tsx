import { Moment } from '#components/orders/moment.tsx'
import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import type { PayoutView } from '#lib/payouts/model.ts'
import { useWords } from '#words'
import { PAYOUT_STATUS_WORDS, payoutFailure, whereabouts } from './payout-words.ts'

type Reader = 'CONTRACTOR' | 'ADMIN'

/** Payouts, newest first: where each one is, and for one that failed why, where its money is and what to do. */
export function PayoutList({ payouts, reader }: { payouts: PayoutView[]; reader: Reader }) {
  const t = useWords()
  if (payouts.length === 0) return <p className="text-muted-foreground">{t('balance.noPayoutsYetLine')}</p>
  return (
    <ul aria-label={t('balance.payouts')} className="grid divide-y">
      {payouts.some(payout => payout.status === 'requested') ? <RefreshWhilePending /> : null}
      {payouts.map(payout => (
        <Entry key={payout.id} payout={payout} reader={reader} />
      ))}
    </ul>
  )
}

function Entry({ payout, reader }: { payout: PayoutView; reader: Reader }) {
  const t = useWords()
  const words = PAYOUT_STATUS_WORDS[payout.status]
  const isOver = payout.status === 'failed' || payout.status === 'canceled'
  return (
    <li className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Money value={payout} className="font-medium" />
        <Badge tone={words.tone} dot>
          {t(words.label)}
        </Badge>
        {payout.arrivalOn && !isOver ? (
          <span className="text-muted-foreground text-sm">
            {t.rich(payout.status === 'paid' ? 'balance.arrivedOn' : 'balance.expectedOn', {
              on: <DateTime value={payout.arrivalOn} dayOnly />,
            })}
          </span>
        ) : null}
      </p>
      {payout.status === 'failed' ? (
        <Failure payout={payout} reader={reader} />
      ) : (
        <p className="text-sm">
          {t(words.meaning)} {isOver ? whereabouts(t, payout) : null}
        </p>
      )}
      {payout.traceId ? (
        <p className="text-sm">
          {t.rich('balance.bankReference', {
            reference: <span className="font-mono">{payout.traceId}</span>,
          })}
        </p>
      ) : null}
      <p className="text-muted-foreground text-xs">
        {payout.bankLast4
          ? `${t('balance.bankEndingIn', {
              bank: payout.bankName ?? t('balance.bankAccount'),
              last4: payout.bankLast4,
            })} · `
          : null}
        {payout.isAutomatic ? `${t('balance.onSchedule')} · ` : null}
        <Moment at={payout.createdAt} />
        {reader === 'ADMIN' && payout.stripePayoutId ? ` · ${payout.stripePayoutId}` : null}
      </p>
    </li>
  )
}

function Failure({ payout, reader }: { payout: PayoutView; reader: Reader }) {
  const t = useWords()
  const { reason, todo, isAboutBank } = payoutFailure(t, payout.failureCode)
  if (reader === 'ADMIN') {
    return (
      <p className="text-sm">
        {reason} {whereabouts(t, payout)} {t('balance.contractorWasTold', { words: todo })}
      </p>
    )
  }
  return (
    <>
      <p className="text-sm">
        {reason} {whereabouts(t, payout)} <strong className="font-medium">{todo}</strong>
      </p>
      {isAboutBank ? (
        <LinkButton
          href="/onboarding#bank"
          prefetch={false}
          variant="secondary"
          size="sm"
          className="my-1 justify-self-start"
        >
          {t('balance.changeBankAccount')}
        </LinkButton>
      ) : null}
    </>
  )
}
