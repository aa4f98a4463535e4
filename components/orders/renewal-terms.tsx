import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import type { PaymentView } from '#lib/payments/model.ts'
import { durationWords } from './duration.ts'
import { Moment } from './moment.tsx'

/** What renewing a hold does, before it is done: which hold comes, which one goes, in which order, and what it needs. */
export function RenewalTerms({ payment, now }: { payment: PaymentView; now: Date }) {
  const { amount, currency, captureBeforeAt } = payment
  const left = captureBeforeAt ? captureBeforeAt.getTime() - now.getTime() : 0
  return (
    <div className="grid gap-4">
      <DescriptionList>
        <DescriptionItem
          term="New hold"
          hint="The bank sets its end, usually 7 days from now; it is shown at once."
          strong
        >
          <Money value={{ amount, currency }} />
        </DescriptionItem>
        <DescriptionItem
          term="The hold that you have"
          hint={
            captureBeforeAt ? (
              <>
                Ends <Moment at={captureBeforeAt} />
                {left > 0 ? ` (${durationWords(left)})` : null}
              </>
            ) : undefined
          }
        >
          Released once the new one is on
        </DescriptionItem>
        <DescriptionItem term="Taken from your card">
          <Money value={{ amount: 0n, currency }} />
        </DescriptionItem>
      </DescriptionList>
      <p className="max-w-prose text-muted-foreground text-sm">
        For a moment both holds are on your card, so it needs room for{' '}
        <Money value={{ amount: 2n * amount, currency }} />. The bank may show the old one for some days more.
        If the new one is declined, the hold that you have stands.
      </p>
    </div>
  )
}
