import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import type { PaymentView } from '#lib/payments/model.ts'
import { useWords } from '#words'
import { durationWords } from './duration.ts'
import { Moment } from './moment.tsx'

/** What renewing a hold does, before it is done: which hold comes, which one goes, in which order, and what it needs. */
export function RenewalTerms({ payment, now }: { payment: PaymentView; now: Date }) {
  const t = useWords()
  const { amount, currency, captureBeforeAt } = payment
  const left = captureBeforeAt ? captureBeforeAt.getTime() - now.getTime() : 0
  return (
    <div className="grid gap-4">
      <DescriptionList>
        <DescriptionItem term={t('orders.newHold')} hint={t('orders.theBankSetsItsEnd')} strong>
          <Money value={{ amount, currency }} />
        </DescriptionItem>
        <DescriptionItem
          term={t('orders.theHoldThatYouHave')}
          hint={
            captureBeforeAt
              ? t.rich('orders.endsMomentValue', {
                  moment: <Moment at={captureBeforeAt} />,
                  left: left > 0 ? ` (${durationWords(t, left)})` : null,
                })
              : undefined
          }
        >
          {t('orders.releasedOnceTheNewOne')}
        </DescriptionItem>
        <DescriptionItem term={t('orders.takenFromYourCard')}>
          <Money value={{ amount: 0n, currency }} />
        </DescriptionItem>
      </DescriptionList>
      <p className="max-w-prose text-muted-foreground text-sm">
        {t.rich('orders.forAMomentBothHolds', { money: <Money value={{ amount: 2n * amount, currency }} /> })}
      </p>
    </div>
  )
}
