import Form from 'next/form'
import { FocusOnArrival } from '#components/orders/focus-on-arrival.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Money } from '#components/ui/money.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney, type Money as MoneyValue, toDecimal } from '#lib/money.ts'
import { mostPayable } from '#lib/payouts/model.ts'
import { useWords } from '#words'
import type { JudgedPayout } from './payout-choice.ts'

export type PayOutProps = {
  available: MoneyValue
  /** Why nothing can be paid out now, in words, whatever is available. */
  obstacle: string | null
  bank: { name: string | null; last4: string } | null
  /** What was typed, and what it leads to; null before the amount is chosen. */
  choice: { typed: string; judged: JudgedPayout } | null
  requestKey: string
  action: FormAction
}

/** Paying out one currency, in two steps: the amount, then the sum and its bank to confirm. Both work without JavaScript. */
export function PayOut(props: PayOutProps) {
  const t = useWords()
  const { available, obstacle, choice } = props
  const most = mostPayable(available)
  if (most.amount <= 0n) return null
  if (obstacle) {
    return (
      <Alert tone="warning" title={t('balance.nothingNow')}>
        <p>{obstacle}</p>
        <LinkButton href="/onboarding" prefetch={false} variant="secondary" size="sm" className="mt-3">
          {t('balance.goToVerification')}
        </LinkButton>
      </Alert>
    )
  }
  const { currency } = available
  const error = choice && !choice.judged.ok ? t.say(choice.judged.error) : undefined
  const field = { id: `pay-out-${currency}`, error }
  const typed = choice?.typed ?? toDecimal(most)
  return (
    <div id={`pay-out-${currency}-form`} className="grid scroll-mt-20 gap-5 border-t pt-5">
      <Form action="/balance" scroll={false} className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="currency" value={currency} />
        <Field
          {...field}
          label={t('balance.amountToPayOut', { currency: currency.toUpperCase() })}
          className="basis-full xs:flex-1 xs:basis-0"
        >
          <Input
            key={typed}
            name="amount"
            inputMode="decimal"
            autoComplete="off"
            required
            defaultValue={typed}
            {...fieldAria(field)}
          />
        </Field>
        <Button type="submit" variant="secondary">
          {t('balance.payOut')}
        </Button>
      </Form>
      {choice?.judged.ok ? <Confirm {...props} money={choice.judged.money} /> : null}
    </div>
  )
}

function Confirm({ available, bank, money, requestKey, action }: PayOutProps & { money: MoneyValue }) {
  const t = useWords()
  const { currency } = money
  const amount = formatMoney(money, t.locale)
  return (
    <div className="grid gap-4 rounded-lg border bg-muted/40 p-4">
      <FocusOnArrival key={toDecimal(money)} className="font-semibold text-base">
        {t('balance.payOutAmountQuestion', { amount })}
      </FocusOnArrival>
      <DescriptionList>
        <DescriptionItem term={t('balance.leavesBalance')} strong>
          <Money value={money} />
        </DescriptionItem>
        <DescriptionItem term={t('balance.goesTo')}>
          {t('balance.bankEndingIn', {
            bank: bank?.name ?? t('balance.yourBankAccount'),
            last4: bank?.last4 ?? '',
          })}
        </DescriptionItem>
        <DescriptionItem term={t('balance.staysAvailable')}>
          <Money value={{ amount: available.amount - money.amount, currency }} />
        </DescriptionItem>
      </DescriptionList>
      <p className="text-muted-foreground text-sm">{t('balance.itLeavesNow')}</p>
      <ActionForm action={action} requestKey={requestKey} hidden={{ currency, amount: toDecimal(money) }}>
        <div className="flex flex-wrap gap-3">
          <SubmitButton pending={t('balance.payingOut')}>
            {t('balance.payOutAmount', { amount })}
          </SubmitButton>
          <LinkButton href="/balance" variant="ghost" scroll={false}>
            {t('balance.notNow')}
          </LinkButton>
        </div>
      </ActionForm>
    </div>
  )
}
