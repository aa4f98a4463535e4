'use client'

import { useState } from 'react'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import { useFieldState } from '#components/ui/form-state.tsx'
import { Money } from '#components/ui/money.tsx'
import type { Currency } from '#lib/currencies.ts'
import { type CommissionRate, commissionOf, fromDecimal } from '#lib/money.ts'
import { commissionWords } from './commission-words.ts'

type Props = { currency: Currency; rate: CommissionRate; contractorName: string }

/** The amount of an order, and below it what becomes of it as it is typed. The server computes the same again. */
export function AmountWithBreakdown({ currency, rate, contractorName }: Props) {
  const before = useFieldState('amount').value ?? ''
  const [typed, setTyped] = useState(before)
  const amount = fromDecimal(typed, currency)?.amount ?? 0n
  const commission = commissionOf({ amount, currency }, rate)
  return (
    <>
      <TextField
        name="amount"
        label={`Amount in ${currency.toUpperCase()}`}
        hint="What you pay in all."
        inputMode="decimal"
        autoComplete="off"
        className="max-w-60"
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <DescriptionList className="max-w-md rounded-lg bg-muted px-4">
        <DescriptionItem term="Total, held on your card">
          <Money value={{ amount, currency }} />
        </DescriptionItem>
        <DescriptionItem term="Commission" hint={`${commissionWords(rate, currency)}, kept by Holdfast`}>
          <Money value={{ amount: -commission, currency }} />
        </DescriptionItem>
        <DescriptionItem term={`${contractorName} receives`} strong>
          <Money value={{ amount: amount - commission, currency }} />
        </DescriptionItem>
      </DescriptionList>
    </>
  )
}
