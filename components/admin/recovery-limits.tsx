import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import type { RecoveryPreview } from '#lib/recoveries/model.ts'
import { useWords } from '#words'

/** The most that each way of recovering can take now, and the consent that a debit rests on. */
export function RecoveryLimits({ limits, hasOrder }: { limits: RecoveryPreview; hasOrder: boolean }) {
  const t = useWords()
  const { currency, reversible, available, consentVersion } = limits
  return (
    <DescriptionList className="max-w-md">
      {hasOrder ? (
        <DescriptionItem term={t('moves.byReversing')}>
          <Money value={{ amount: reversible, currency }} />
        </DescriptionItem>
      ) : null}
      <DescriptionItem term={t('moves.byDebiting')} hint={t('moves.byDebitingHint')}>
        <Money value={{ amount: consentVersion ? available : 0n, currency }} />
      </DescriptionItem>
      <DescriptionItem term={t('moves.consent')}>
        {consentVersion ? t('moves.consentVersion', { version: consentVersion }) : t('moves.noConsent')}
      </DescriptionItem>
    </DescriptionList>
  )
}
