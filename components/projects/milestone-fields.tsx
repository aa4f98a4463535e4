'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { AmountBreakdown } from '#components/orders/amount-breakdown.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { useFormValues } from '#components/ui/form-state.tsx'
import type { Currency } from '#lib/currencies.ts'
import { type CommissionRate, commissionOf, fromDecimal } from '#lib/money.ts'
import { MILESTONES_MAX, milestoneFields } from '#lib/projects/milestone-model.ts'
import { useWords } from '#words'

type Props = { currency: Currency; rate: CommissionRate; contractorName: string }

const ROWS_AT_FIRST = 3

/** As many rows as were sent before, so that nothing typed is lost. */
function rowsIn(values: Record<string, string>): number {
  const sent = Array.from({ length: MILESTONES_MAX }, (_, index) => index + 1)
  return sent.findLast(row => values[milestoneFields(row).title] !== undefined) ?? ROWS_AT_FIRST
}

/** The milestones of a new project, a row each, and what becomes of their sum. Rows left empty are left out. */
export function MilestoneFields({ currency, rate, contractorName }: Props) {
  const t = useWords()
  const values = useFormValues()
  const [count, setCount] = useState(() => rowsIn(values))
  const [typed, setTyped] = useState<Record<number, string>>({})
  const rows = Array.from({ length: count }, (_, index) => index + 1)
  const sums = rows.map(row => {
    const text = typed[row] ?? values[milestoneFields(row).amount] ?? ''
    const amount = fromDecimal(text, currency)?.amount ?? 0n
    return { amount, commission: amount > 0n ? commissionOf({ amount, currency }, rate) : 0n }
  })
  const amount = sums.reduce((sum, one) => sum + one.amount, 0n)
  const commission = sums.reduce((sum, one) => sum + one.commission, 0n)
  return (
    <>
      <ol className="grid gap-4">
        {rows.map(row => (
          <li key={row} className="grid gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_11rem]">
            <TextField
              name={milestoneFields(row).title}
              label={t('islands.milestoneRow', { row })}
              optional={row > 2}
              maxLength={50}
              autoComplete="off"
            />
            <TextField
              name={milestoneFields(row).amount}
              label={t('islands.amountRowInCurrency', { row, currency: currency.toUpperCase() })}
              optional={row > 2}
              inputMode="decimal"
              autoComplete="off"
              onChange={event => setTyped({ ...typed, [row]: event.currentTarget.value })}
            />
          </li>
        ))}
      </ol>
      {count < MILESTONES_MAX ? (
        <Button variant="secondary" className="justify-self-start" onClick={() => setCount(count + 1)}>
          <Plus aria-hidden /> {t('islands.addAMilestone')}
        </Button>
      ) : null}
      <AmountBreakdown
        {...{ currency, amount, commission, contractorName }}
        total={{ term: t('islands.allMilestones'), hint: t('islands.heldOnYourCardOne') }}
        kept={{ term: t('islands.commissionInAll'), hint: t('islands.keptByHoldfastAsEach') }}
      />
    </>
  )
}
