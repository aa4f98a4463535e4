import Form from 'next/form'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import { LISTING_CATEGORIES, LISTING_CATEGORY_WORDS } from '#lib/catalogue/category-model.ts'
import {
  LISTING_CURRENCIES,
  LISTING_SORT_WORDS,
  LISTING_SORTS,
  type SearchListingsInput,
} from '#lib/catalogue/model.ts'
import { toDecimal } from '#lib/money.ts'
import { useWords } from '#words'

type Props = { path: string; input: SearchListingsInput; isFiltered: boolean }

function Choice({
  id,
  label,
  children,
  ...props
}: { id: string; label: string; children: ReactNode } & SelectProps) {
  return (
    <Field id={id} label={label}>
      <Select id={id} {...props}>
        {children}
      </Select>
    </Field>
  )
}
type SelectProps = { name: string; defaultValue: string }

/** What is looked for, as a plain address: it can be shared, and the back button undoes it. */
export function ListingFilters({ path, input, isFiltered }: Props) {
  const t = useWords()
  const { q = '', category, currency, max, days, sort } = input
  const highest = currency && max !== undefined ? toDecimal({ amount: max, currency }) : ''
  return (
    <Form
      action={path}
      role="search"
      key={JSON.stringify([q, category, currency, highest, days, sort])}
      className="grid grid-cols-2 items-end gap-4 sm:grid-cols-3 xl:grid-cols-[minmax(0,2fr)_repeat(5,minmax(0,1fr))_auto]"
    >
      <Field id="q" label={t('work.searchListings')} className="col-span-2 xl:col-span-1">
        <Input id="q" type="search" name="q" defaultValue={q} placeholder={t('work.whatOrWho')} />
      </Field>
      <Choice id="category" name="category" label={t('work.category')} defaultValue={category ?? ''}>
        <option value="">{t('work.any')}</option>
        {LISTING_CATEGORIES.map(each => (
          <option key={each} value={each}>
            {t(LISTING_CATEGORY_WORDS[each])}
          </option>
        ))}
      </Choice>
      <Choice id="currency" name="currency" label={t('work.currency')} defaultValue={currency ?? ''}>
        <option value="">{t('work.any')}</option>
        {LISTING_CURRENCIES.map(code => (
          <option key={code} value={code}>
            {code.toUpperCase()}
          </option>
        ))}
      </Choice>
      <Field id="max" label={t('work.highestPrice')}>
        <Input id="max" name="max" inputMode="decimal" defaultValue={highest} autoComplete="off" />
      </Field>
      <Field id="days" label={t('work.daysAtMost')}>
        <Input id="days" name="days" inputMode="numeric" defaultValue={days ?? ''} autoComplete="off" />
      </Field>
      <Choice id="sort" name="sort" label={t('work.order')} defaultValue={sort}>
        {LISTING_SORTS.map(each => (
          <option key={each} value={each}>
            {t.say(LISTING_SORT_WORDS[each])}
          </option>
        ))}
      </Choice>
      <div className="col-span-2 flex gap-2 xl:col-span-1">
        <Button type="submit" variant="secondary">
          {t('work.show')}
        </Button>
        {isFiltered ? (
          <LinkButton href={path} variant="ghost">
            {t('work.clear')}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  )
}
