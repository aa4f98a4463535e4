import Form from 'next/form'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Money } from '#components/ui/money.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney, toDecimal } from '#lib/money.ts'
import type { OrderDetail } from '#lib/orders/model.ts'
import { useWords } from '#words'
import { FocusOnArrival } from './focus-on-arrival.tsx'
import type { PartPreview } from './part-preview.ts'

type Props = { order: OrderDetail; typed: string; preview: PartPreview | null; action: FormAction }

/** Approving less than was held, in two steps: the amount, then the sums to confirm. Both work without JavaScript. */
export function ApprovePart({ order, typed, preview, action }: Props) {
  const t = useWords()
  const error = preview && !preview.ok ? preview.error : undefined
  const field = {
    id: 'part-amount',
    hint: t('orders.atMostAmountWhichIs', { amount: formatMoney(order, t.locale) }),
    error,
  }
  return (
    <Card id="part">
      <CardContent className="grid gap-5">
        <FocusOnArrival key={typed} className="font-semibold text-lg">
          {t('orders.approveAPart')}
        </FocusOnArrival>
        <Form action={`/orders/${order.id}`} className="flex flex-wrap items-end gap-3">
          <Field
            {...field}
            label={t('orders.amountToTakeInCurrency', { currency: order.currency.toUpperCase() })}
            className="max-w-60"
          >
            <Input
              key={typed}
              name="part"
              inputMode="decimal"
              autoComplete="off"
              required
              defaultValue={typed}
              {...fieldAria(field)}
            />
          </Field>
          <Button type="submit" variant="secondary">
            {t('orders.showWhatMoves')}
          </Button>
          <LinkButton href={`/orders/${order.id}`} variant="ghost">
            {t('orders.notNow')}
          </LinkButton>
        </Form>
        {preview?.ok ? <Confirm order={order} preview={preview} action={action} /> : null}
      </CardContent>
    </Card>
  )
}

type ConfirmProps = { order: OrderDetail; preview: Extract<PartPreview, { ok: true }>; action: FormAction }

function Confirm({ order, preview, action }: ConfirmProps) {
  const t = useWords()
  const { currency } = order
  const taken = { amount: preview.taken, currency }
  return (
    <>
      <DescriptionList>
        <DescriptionItem term={t('orders.takenFromYourCard')} strong>
          <Money value={taken} />
        </DescriptionItem>
        <DescriptionItem term={t('orders.commission')} hint={t('orders.recomputedForTheLesserAmount')}>
          <Money value={{ amount: preview.commission, currency }} />
        </DescriptionItem>
        <DescriptionItem term={t('islands.nameReceives', { name: order.contractor.displayName })}>
          <Money value={{ amount: preview.taken - preview.commission, currency }} />
        </DescriptionItem>
        <DescriptionItem term={t('orders.goesBackToYourCard')}>
          <Money value={{ amount: order.amount - preview.taken, currency }} />
        </DescriptionItem>
      </DescriptionList>
      <ActionForm action={action} hidden={{ orderId: order.id, amount: toDecimal(taken) }}>
        <SubmitButton className="justify-self-start" pending={t('orders.takingTheMoney')}>
          {t('orders.approveAndPayAmount', { amount: formatMoney(taken, t.locale) })}
        </SubmitButton>
      </ActionForm>
    </>
  )
}
