import { daysWords } from '#components/listings/days-words.ts'
import { commissionWords } from '#components/orders/commission-words.ts'
import { Moment } from '#components/orders/moment.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import { type CommissionRate, commissionOf } from '#lib/money.ts'
import type { Terms } from '#lib/offers/model.ts'
import { useWords } from '#words'

type Props = { terms: Terms; rate: CommissionRate; isEmployer: boolean }

/** What was offered, and what becomes of the price. */
export function OfferTerms({ terms, rate, isEmployer }: Props) {
  const t = useWords()
  const { title, description, amount, currency, deliveryDays, expiresAt } = terms
  const commission = commissionOf(terms, rate)
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <h3 className="break-words font-medium">{title}</h3>
        <p className="whitespace-pre-line break-words">{description}</p>
      </div>
      <DescriptionList>
        <DescriptionItem
          term={isEmployer ? t('work.totalHeldOnYourCard') : t('work.theEmployerPays')}
          strong={isEmployer}
        >
          <Money value={terms} />
        </DescriptionItem>
        <DescriptionItem
          term={t('work.ofItCommission')}
          hint={t('work.commissionwordsKeptByHoldfast', { rate: commissionWords(t, rate, currency) })}
        >
          <Money value={{ amount: commission, currency }} />
        </DescriptionItem>
        <DescriptionItem
          term={isEmployer ? t('work.theContractorReceives') : t('work.youReceive')}
          strong={!isEmployer}
        >
          <Money value={{ amount: amount - commission, currency }} />
        </DescriptionItem>
        <DescriptionItem term={t('work.delivery')}>
          {t('work.dayswordsFromTheHoldOn', { days: daysWords(t, deliveryDays) })}
        </DescriptionItem>
        <DescriptionItem term={t('work.theOfferStandsUntil')}>
          <Moment at={expiresAt} />
        </DescriptionItem>
      </DescriptionList>
    </div>
  )
}
