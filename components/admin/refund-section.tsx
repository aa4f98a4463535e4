import Form from 'next/form'
import { FocusOnArrival } from '#components/orders/focus-on-arrival.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { Currency } from '#lib/currencies.ts'
import { formatMoney, toDecimal } from '#lib/money.ts'
import type { ContractorShare, RefundPreview } from '#lib/refunds/model.ts'
import { useWords } from '#words'
import { AskedOfStripe } from './asked-of-stripe.tsx'
import { MoneyMoves } from './money-moves.tsx'
import { RefundConfirm } from './refund-confirm.tsx'
import { refundMoves } from './refund-moves.ts'
import { RefundShort } from './refund-short.tsx'
import { TickBox } from './tick-box.tsx'

/** `reason`: a key of the reasons that is chosen already, or empty. */
export type RefundChoice = {
  amount: string
  reverseTransfer: boolean
  refundCommission: boolean
  reason: string
}

export type RefundStep = {
  choice: RefundChoice
  /** Null before the admin has asked to see what moves. */
  preview: { ok: true; value: RefundPreview } | { ok: false; error: string } | null
  /** What there is of the contractor's share, where that is too little for this refund. */
  short: ContractorShare | null
}

type Props = {
  orderId: string
  paymentId: string
  requestKey: string
  left: { amount: bigint; currency: Currency }
  parties: { employer: string; contractor: string }
  step: RefundStep
  action: FormAction
}

/** A refund in two steps: the choice, then who gains and loses by it, to be confirmed. Both work without JavaScript. */
export function RefundSection(props: Props) {
  const t = useWords()
  const { orderId, left, step, parties } = props
  const { preview } = step
  return (
    <Card id="refund">
      <CardHeader>
        <CardTitle>{t('moves.refundTitle')}</CardTitle>
        <CardDescription>{t('moves.refundLeft', { sum: formatMoney(left, t.locale) })}</CardDescription>
      </CardHeader>
      <CardContent className="grid grid-cols-1 gap-6">
        <ChoiceForm orderId={orderId} left={left} step={step} />
        {preview?.ok ? (
          <div className="grid grid-cols-1 gap-4 border-t pt-6">
            <FocusOnArrival key={JSON.stringify(step.choice)} className="font-semibold text-base">
              {t('moves.refundMovesTitle')}
            </FocusOnArrival>
            <MoneyMoves
              caption={t('moves.refundMovesCaption')}
              moves={refundMoves(t, preview.value, parties)}
              currency={preview.value.currency}
            />
            {step.short ? (
              <RefundShort
                orderId={orderId}
                preview={preview.value}
                share={step.short}
                refundCommission={step.choice.refundCommission}
              />
            ) : (
              <>
                <AskedOfStripe
                  call="POST /v1/refunds"
                  sent={{
                    amount: String(preview.value.amount),
                    reverse_transfer: String(step.choice.reverseTransfer),
                    refund_application_fee: String(step.choice.refundCommission),
                  }}
                />
                <RefundConfirm {...props} preview={preview.value} />
              </>
            )}
          </div>
        ) : null}
      </CardContent>
    </Card>
  )
}

function ChoiceForm({ orderId, left, step }: Pick<Props, 'orderId' | 'left' | 'step'>) {
  const t = useWords()
  const { choice, preview } = step
  const error = preview && !preview.ok ? t.say(preview.error) : undefined
  const field = { id: 'refund-amount', hint: t('moves.atMost', { sum: formatMoney(left, t.locale) }), error }
  return (
    <Form
      key={JSON.stringify(choice)}
      action={`/admin/orders/${orderId}#refund`}
      scroll={false}
      className="grid gap-4"
    >
      <input type="hidden" name="refund" value="preview" />
      {choice.reason ? <input type="hidden" name="reason" value={choice.reason} /> : null}
      {error ? (
        <Alert tone="destructive" role="alert">
          {error}
        </Alert>
      ) : null}
      <Field
        {...field}
        label={t('moves.amountIn', { currency: left.currency.toUpperCase() })}
        className="max-w-60"
      >
        <Input
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          required
          defaultValue={choice.amount || toDecimal(left)}
          {...fieldAria(field)}
        />
      </Field>
      <TickBox
        name="reverseTransfer"
        label={t('moves.reverse')}
        hint={t('moves.reverseHint')}
        defaultChecked={choice.reverseTransfer}
      />
      <TickBox
        name="refundCommission"
        label={t('moves.returnCommission')}
        hint={t('moves.returnCommissionHint')}
        defaultChecked={choice.refundCommission}
      />
      <Button type="submit" variant="secondary" className="justify-self-start">
        {t('moves.showMoves')}
      </Button>
    </Form>
  )
}
