import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import type { RecoveryPreview } from '#lib/recoveries/model.ts'

/** The most that each way of recovering can take now, and the consent that a debit rests on. */
export function RecoveryLimits({ limits, hasOrder }: { limits: RecoveryPreview; hasOrder: boolean }) {
  const { currency, reversible, available, consentVersion } = limits
  return (
    <DescriptionList className="max-w-md">
      {hasOrder ? (
        <DescriptionItem term="By reversing the order’s transfer, at most">
          <Money value={{ amount: reversible, currency }} />
        </DescriptionItem>
      ) : null}
      <DescriptionItem term="By debiting the account, at most" hint="Their available balance at Stripe.">
        <Money value={{ amount: consentVersion ? available : 0n, currency }} />
      </DescriptionItem>
      <DescriptionItem term="Consent to debits">
        {consentVersion ? `Terms of ${consentVersion}` : 'None on record: no debit is possible'}
      </DescriptionItem>
    </DescriptionList>
  )
}
