import { Download, SlidersHorizontal } from 'lucide-react'
import Form from 'next/form'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { CURRENCIES } from '#lib/currencies.ts'
import { ORDER_SORT_WORDS, ORDER_SORTS } from '#lib/orders/model.ts'
import { addressOf } from './address.ts'
import type { OrderAddress } from './order-address.ts'

type Props = { path: string; address: OrderAddress; placeholder: string }

/** Search, and what else narrows a list of orders; as a plain address, kept open while it narrows anything. */
export function OrderFilters({ path, address, placeholder }: Props) {
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
          aria-label="Search orders"
          placeholder={placeholder}
          className="max-w-md flex-1 basis-56"
        />
        <Button type="submit" variant="secondary">
          Search
        </Button>
        {isFiltered ? (
          <LinkButton href={path} variant="ghost">
            Clear
          </LinkButton>
        ) : null}
        <LinkButton
          href={addressOf('/api/orders/export', parameters)}
          prefetch={false}
          variant="ghost"
          className="sm:ml-auto"
        >
          <Download aria-hidden /> Export as CSV
        </LinkButton>
      </div>
      <details open={isOpen}>
        <summary className="inline-flex min-h-6 cursor-pointer items-center gap-2 rounded-sm text-primary text-sm">
          <SlidersHorizontal aria-hidden className="size-4" /> Dates, amounts and order
        </summary>
        <div className="grid grid-cols-2 gap-4 pt-3 sm:grid-cols-3 lg:grid-cols-6">
          <Dates from={from} to={to} />
          <Amounts currency={currency} min={min} max={max} />
          <Field id="sort" label="Order">
            <Select id="sort" name="sort" defaultValue={sort ?? 'newest'}>
              {ORDER_SORTS.map(each => (
                <option key={each} value={each}>
                  {ORDER_SORT_WORDS[each]}
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
  return (
    <>
      <Field id="from" label="From">
        <Input id="from" name="from" type="date" defaultValue={from} />
      </Field>
      <Field id="to" label="Until">
        <Input id="to" name="to" type="date" defaultValue={to} />
      </Field>
    </>
  )
}

function Amounts({ currency, min, max }: { currency?: string; min?: string; max?: string }) {
  return (
    <>
      <Field id="currency" label="Currency">
        <Select id="currency" name="currency" defaultValue={currency ?? ''}>
          <option value="">Any</option>
          {Object.keys(CURRENCIES).map(code => (
            <option key={code} value={code}>
              {code.toUpperCase()}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="min" label="Amount from">
        <Input id="min" name="min" inputMode="decimal" autoComplete="off" defaultValue={min} />
      </Field>
      <Field id="max" label="Amount to">
        <Input id="max" name="max" inputMode="decimal" autoComplete="off" defaultValue={max} />
      </Field>
    </>
  )
}
