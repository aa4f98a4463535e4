import { Wallet } from 'lucide-react'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { BalanceUnavailable } from '#components/balance/balance-unavailable.tsx'
import { DebtNotice } from '#components/balance/debt-notice.tsx'
import { MovementTable } from '#components/balance/movement-table.tsx'
import { PartCard } from '#components/balance/part-card.tsx'
import { PayOut } from '#components/balance/pay-out.tsx'
import { judgePayout } from '#components/balance/payout-choice.ts'
import { PayoutList } from '#components/balance/payout-list.tsx'
import { PayoutSchedule } from '#components/balance/payout-schedule.tsx'
import { PAYOUT_STATUS_WORDS, payoutFailure } from '#components/balance/payout-words.ts'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { newRequestKey } from '#lib/ids.ts'
import { formatMoney } from '#lib/money.ts'
import { getPayoutSchedule } from '#lib/payout-schedules/queries.ts'
import { PAYOUT_ERRORS, type PayoutView } from '#lib/payouts/model.ts'
import { type BalanceView, getBalance, listPayouts } from '#lib/payouts/queries.ts'
import { listDebts } from '#lib/recoveries/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'
import { payOutAction, setPayoutScheduleAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('balance.balance') }
}

type Parameters = Awaited<SearchParams>
type PartsProps = { balance: BalanceView; parameters: Parameters; children: ReactNode }

/** One card for each currency; what comes with them fills the row that they leave open. */
function Parts({ balance, parameters, children }: PartsProps) {
  const t = useWords()
  const { parts, unknownCurrencies, obstacle, bank } = balance
  const typed = firstOf(parameters.amount)?.trim().slice(0, 20)
  return (
    <>
      {unknownCurrencies.map(currency => (
        <Alert key={currency} tone="warning">
          {t('balance.unknownCurrency', { currency: currency.toUpperCase() })}
        </Alert>
      ))}
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        {parts.map(part => {
          const isChosen = typed !== undefined && firstOf(parameters.currency) === part.available.currency
          return (
            <PartCard key={part.available.currency} {...part}>
              <PayOut
                available={part.payable}
                bank={bank}
                obstacle={obstacle && t.say(PAYOUT_ERRORS[obstacle].message)}
                choice={isChosen ? { typed, judged: judgePayout(part.payable, typed) } : null}
                requestKey={newRequestKey()}
                action={payOutAction}
              />
            </PartCard>
          )
        })}
        <div className={parts.length % 2 === 0 ? 'lg:col-span-2' : undefined}>{children}</div>
      </div>
    </>
  )
}

function Movements({ movements }: BalanceView) {
  const t = useWords()
  if (movements.length === 0) {
    return (
      <Card>
        <EmptyState icon={Wallet} title={t('balance.nothingMoved')}>
          {t('balance.nothingMovedHint')}
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card className="overflow-hidden">
      <CardHeader className="pb-4">
        <CardTitle>{t('balance.whatMoved')}</CardTitle>
      </CardHeader>
      <MovementTable movements={movements} />
    </Card>
  )
}

function JustAsked({ payout }: { payout: PayoutView | undefined }) {
  const t = useWords()
  if (!payout) return null
  const { meaning, tone } = PAYOUT_STATUS_WORDS[payout.status]
  const isBad = tone === 'destructive'
  return (
    <Alert
      tone={isBad ? 'destructive' : 'success'}
      role="status"
      title={t('balance.payoutIs', { amount: formatMoney(payout, t.locale), status: payout.status })}
      className="mb-6"
    >
      {isBad ? payoutFailure(t, payout.failureCode).reason : t(meaning)}
    </Alert>
  )
}

export default async function BalancePage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getWords()
  const actor = await requireActor('CONTRACTOR')
  const [balance, schedule, payouts, debts, parameters] = await Promise.all([
    getBalance(actor),
    getPayoutSchedule(actor),
    listPayouts(actor),
    listDebts(actor, actor.userId),
    searchParams,
  ])
  const list = (
    <TitledCard title={t('balance.payouts')} id="payouts">
      <PayoutList payouts={payouts} reader="CONTRACTOR" />
      {payouts.length > 0 ? (
        <LinkButton href="/balance/payouts" variant="ghost" size="sm" className="mt-3">
          {t('balance.allPayouts')}
        </LinkButton>
      ) : null}
    </TitledCard>
  )
  const isGone = !balance.ok && balance.error === 'account_gone'
  const whenPaidOut =
    schedule && !isGone ? (
      <TitledCard title={t('balance.payoutSchedule')} id="schedule">
        <PayoutSchedule schedule={schedule} action={setPayoutScheduleAction} />
      </TitledCard>
    ) : null
  return (
    <>
      <PageHeader
        title={t('balance.balance')}
        description={t('balance.intro')}
        actions={
          <>
            <LinkButton href="/balance/earnings" variant="secondary">
              {t('balance.earnings')}
            </LinkButton>
            <LinkButton href="/balance/statements" variant="secondary">
              {t('balance.statements')}
            </LinkButton>
            <LinkButton href="/balance/recoveries" variant="secondary">
              {t('balance.recoveries')}
            </LinkButton>
          </>
        }
      />
      <JustAsked payout={payouts.find(payout => payout.id === firstOf(parameters.asked))} />
      <div className="grid grid-cols-1 gap-6">
        <DebtNotice debts={debts} reader="CONTRACTOR" />
        {balance.ok ? (
          <Parts balance={balance.value} parameters={parameters}>
            {list}
          </Parts>
        ) : (
          <>
            <BalanceUnavailable error={balance.error} />
            {payouts.length > 0 ? list : null}
          </>
        )}
        {whenPaidOut}
        {balance.ok ? <Movements {...balance.value} /> : null}
      </div>
    </>
  )
}
