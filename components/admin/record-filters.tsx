import { Download } from 'lucide-react'
import Form from 'next/form'
import { addressOf } from '#components/orders/address.ts'
import type { ListAddress } from '#components/orders/list-address.ts'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { CURRENCIES } from '#lib/currencies.ts'
import { LIST_SORTS } from '#lib/list-filter.ts'
import { hasAmounts, LISTS, type ListName } from '#lib/records/model.ts'
import { useWords } from '#words'
import { stateWords } from './record-words.ts'

type Props = { list: ListName; path: string; address: ListAddress; mayExport: boolean }
type Choice = { name: 'status' | 'currency' | 'sort'; label: string; options: [string, string][] }

/** What narrows and orders a list; as a plain address. */
export function RecordFilters({ list, path, address, mayExport }: Props) {
  const { parameters, isFiltered } = address
  const t = useWords()
  const sorts = hasAmounts(list) ? LIST_SORTS : LIST_SORTS.slice(0, 2)
  const status: Choice = {
    name: 'status',
    label: t('lists.state'),
    options: [['', t('lists.any')], ...LISTS[list].map((one): [string, string] => [one, stateWords(t, one)])],
  }
  const sort: Choice = {
    name: 'sort',
    label: t('lists.sort'),
    options: sorts.map(one => [one, t(`lists.${one}`)]),
  }
  return (
    <Form action={path} role="search" key={JSON.stringify(parameters)} className="grid gap-3">
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Field id="q" label={t('lists.listSearchLabel')} className="col-span-2">
          <Input
            id="q"
            type="search"
            name="q"
            defaultValue={parameters.q}
            placeholder={t('lists.listSearch')}
          />
        </Field>
        <Chooser {...status} value={parameters.status} />
        <Chooser {...sort} value={parameters.sort} />
        <Field id="from" label={t('lists.from')}>
          <Input id="from" name="from" type="date" defaultValue={parameters.from} />
        </Field>
        <Field id="to" label={t('lists.to')}>
          <Input id="to" name="to" type="date" defaultValue={parameters.to} />
        </Field>
        {hasAmounts(list) ? <Amounts parameters={parameters} /> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="secondary">
          {t('lists.show')}
        </Button>
        {isFiltered ? (
          <LinkButton href={path} variant="ghost">
            {t('lists.clear')}
          </LinkButton>
        ) : null}
        {mayExport ? (
          <LinkButton
            href={addressOf(`${path}/export`, parameters)}
            prefetch={false}
            variant="ghost"
            className="sm:ml-auto"
          >
            <Download aria-hidden /> {t('lists.exportCsv')}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  )
}

function Amounts({ parameters }: Pick<ListAddress, 'parameters'>) {
  const t = useWords()
  const currencies = Object.keys(CURRENCIES).map((code): [string, string] => [code, code.toUpperCase()])
  const field = { inputMode: 'decimal', autoComplete: 'off' } as const
  return (
    <>
      <Chooser
        name="currency"
        label={t('lists.currency')}
        options={[['', t('lists.any')], ...currencies]}
        value={parameters.currency}
      />
      <div className="grid grid-cols-2 items-end gap-2">
        <Field id="min" label={t('lists.min')}>
          <Input id="min" name="min" defaultValue={parameters.min} {...field} />
        </Field>
        <Field id="max" label={t('lists.max')}>
          <Input id="max" name="max" defaultValue={parameters.max} {...field} />
        </Field>
      </div>
    </>
  )
}

function Chooser({ name, label, options, value }: Choice & { value: string | undefined }) {
  return (
    <Field id={name} label={label}>
      <Select id={name} name={name} defaultValue={value ?? options[0]?.[0]}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  )
}
