import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import type { Currency } from '#lib/currencies.ts'
import { useWords } from '#words'

type Line = { term: string; hint?: string }

type Props = {
  currency: Currency
  amount: bigint
  commission: bigint
  contractorName: string
  /** What the two sums are called. */
  total: Line
  kept: Line
}

/** What becomes of an amount that an employer types. */
export function AmountBreakdown({ currency, amount, commission, contractorName, total, kept }: Props) {
  const t = useWords()
  return (
    <DescriptionList className="max-w-md rounded-lg bg-muted px-4">
      <DescriptionItem {...total}>
        <Money value={{ amount, currency }} />
      </DescriptionItem>
      <DescriptionItem {...kept}>
        <Money value={{ amount: -commission, currency }} />
      </DescriptionItem>
      <DescriptionItem term={t('islands.nameReceives', { name: contractorName })} strong>
        <Money value={{ amount: amount - commission, currency }} />
      </DescriptionItem>
    </DescriptionList>
  )
}
