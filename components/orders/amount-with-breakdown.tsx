'use client'

import { useState } from 'react'
import { TextField } from '#components/ui/form-fields.tsx'
import { useFieldState } from '#components/ui/form-state.tsx'
import type { Currency } from '#lib/currencies.ts'
import { type CommissionRate, commissionOf, fromDecimal } from '#lib/money.ts'
import { useWords } from '#words'
import { AmountBreakdown } from './amount-breakdown.tsx'
import { commissionWords } from './commission-words.ts'

type Props = { currency: Currency; rate: CommissionRate; contractorName: string }

/** The amount of an order, and below it what becomes of it as it is typed. The server computes the same again. */
export function AmountWithBreakdown({ currency, rate, contractorName }: Props) {
  const t = useWords()
  const before = useFieldState('amount').value ?? ''
  const [typed, setTyped] = useState(before)
  const amount = fromDecimal(typed, currency)?.amount ?? 0n
  const commission = commissionOf({ amount, currency }, rate)
  return (
    <>
      <TextField
        name="amount"
        label={t('islands.amountInCurrency', { currency: currency.toUpperCase() })}
        hint={t('islands.whatYouPayInAll')}
        inputMode="decimal"
        autoComplete="off"
        className="max-w-60"
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <AmountBreakdown
        {...{ currency, amount, commission, contractorName }}
        total={{ term: t('islands.totalHeldOnYourCard') }}
        kept={{
          term: t('islands.commission'),
          hint: t('islands.commissionwordsKeptByHoldfast', { rate: commissionWords(t, rate, currency) }),
        }}
      />
    </>
  )
}
