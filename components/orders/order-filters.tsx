import { Download, SlidersHorizontal } from 'lucide-react'
import Form from 'next/form'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { CURRENCIES } from '#lib/currencies.ts'
import { LIST_SORTS } from '#lib/list-filter.ts'
import { ORDER_SORT_WORDS } from '#lib/orders/model.ts'
import { useWords } from '#words'
import { addressOf } from './address.ts'
import type { ListAddress } from './list-address.ts'

type Props = { path: string; address: ListAddress; placeholder: string }

/** Search, and what else narrows a list of orders; as a plain address, kept open while it narrows anything. */
export function OrderFilters({ path, address, placeholder }: Props) {
  const t = useWords()
  const { parameters, isFiltered } = address
  const { q, status, from, to, currency, min, max, sort } = parameters
  const isOpen = Boolean(from || to || currency || min || max || sort)
  return (
    <Form action={path} role="search" key={JSON.stringify(parameters)} className="grid gap-3">
      {status ? <input type="hidden" name="status" value={status} /> : null}
      <div className="flex flex-wrap gap-2">
        <Input
          type="search"
          name="q"
          defaultValue={q}
          aria-label={t('orders.searchOrders')}
          placeholder={placeholder}
          className="max-w-md flex-1 basis-56"
        />
        <Button type="submit" variant="secondary">
          {t('orders.search')}
        </Button>
        {isFiltered ? (
          <LinkButton href={path} variant="ghost">
            {t('orders.clear')}
          </LinkButton>
        ) : null}
        <LinkButton
          href={addressOf('/api/orders/export', parameters)}
          prefetch={false}
          variant="ghost"
          className="sm:ml-auto"
        >
          <Download aria-hidden /> {t('orders.exportAsCsv')}
        </LinkButton>
      </div>
      <details open={isOpen}>
        <summary className="inline-flex min-h-6 cursor-pointer items-center gap-2 rounded-sm text-primary text-sm">
          <SlidersHorizontal aria-hidden className="size-4" /> {t('orders.datesAmountsAndOrder')}
        </summary>
        <div className="grid grid-cols-2 gap-4 pt-3 sm:grid-cols-3 lg:grid-cols-6">
          <Dates from={from} to={to} />
          <Amounts currency={currency} min={min} max={max} />
          <Field id="sort" label={t('orders.order')}>
            <Select id="sort" name="sort" defaultValue={sort ?? 'newest'}>
              {LIST_SORTS.map(each => (
                <option key={each} value={each}>
                  {t.say(ORDER_SORT_WORDS[each])}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </details>
    </Form>
  )
}

function Dates({ from, to }: { from?: string; to?: string }) {
  const t = useWords()
  return (
    <>
      <Field id="from" label={t('orders.from')}>
        <Input id="from" name="from" type="date" defaultValue={from} />
      </Field>
      <Field id="to" label={t('orders.until')}>
        <Input id="to" name="to" type="date" defaultValue={to} />
      </Field>
    </>
  )
}

function Amounts({ currency, min, max }: { currency?: string; min?: string; max?: string }) {
  const t = useWords()
  return (
    <>
      <Field id="currency" label={t('orders.currency')}>
        <Select id="currency" name="currency" defaultValue={currency ?? ''}>
          <option value="">{t('orders.any')}</option>
          {Object.keys(CURRENCIES).map(code => (
            <option key={code} value={code}>
              {code.toUpperCase()}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="min" label={t('orders.amountFrom')}>
        <Input id="min" name="min" inputMode="decimal" autoComplete="off" defaultValue={min} />
      </Field>
      <Field id="max" label={t('orders.amountTo')}>
        <Input id="max" name="max" inputMode="decimal" autoComplete="off" defaultValue={max} />
      </Field>
    </>
  )
}
