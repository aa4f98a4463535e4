import Form from 'next/form'
import { Alert } from '#components/ui/alert.tsx'
import { Button } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { INSTRUMENT_WORDS } from '#lib/recoveries/model.ts'
import { useWords } from '#words'
import type { RecoverySectionProps } from './recovery-section.tsx'

const INSTRUMENTS = Object.entries({ auto: 'moves.auto', ...INSTRUMENT_WORDS } as const)

type Props = Pick<RecoverySectionProps, 'contractor' | 'orders' | 'choice' | 'limits' | 'judged'>

/** The first step is only an address, so it can be undone with the back button. */
export function RecoveryChoiceForm({ contractor, orders, choice, limits, judged }: Props) {
  const t = useWords()
  const error = judged && !judged.ok ? t.say(judged.error) : undefined
  const amount = { id: 'recovery-amount', error }
  return (
    <Form
      key={JSON.stringify(choice)}
      action={`/admin/contractors/${contractor.userId}#recover`}
      scroll={false}
      className="grid max-w-md gap-4"
    >
      <input type="hidden" name="recover" value="preview" />
      {error ? (
        <Alert tone="destructive" role="alert">
          {error}
        </Alert>
      ) : null}
      <Field id="recovery-order" label={t('moves.forOrder')}>
        <Select name="order" defaultValue={choice.orderId ?? ''} {...fieldAria({ id: 'recovery-order' })}>
          <option value="">{t('moves.noOrder')}</option>
          {orders.map(order => (
            <option key={order.id} value={order.id}>
              #{order.number} {order.title}
            </option>
          ))}
        </Select>
      </Field>
      <Field {...amount} label={t('moves.amountIn', { currency: limits.currency.toUpperCase() })}>
        <Input
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          required
          defaultValue={choice.amount}
          {...fieldAria(amount)}
        />
      </Field>
      <Field id="recovery-instrument" label={t('moves.how')}>
        <Select
          name="instrument"
          defaultValue={choice.instrument}
          {...fieldAria({ id: 'recovery-instrument' })}
        >
          {INSTRUMENTS.map(([value, label]) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" variant="secondary" className="justify-self-start">
        {t('moves.showMoves')}
      </Button>
    </Form>
  )
}
