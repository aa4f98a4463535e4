import Form from 'next/form'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { Select } from '#components/ui/select.tsx'
import {
  LISTING_CATEGORIES,
  LISTING_CATEGORY_WORDS,
  type ListingCategory,
} from '#lib/catalogue/category-model.ts'
import { CURRENCIES, type Currency } from '#lib/currencies.ts'
import { useWords } from '#words'
import { rateWords } from './rate-words.ts'

type Props = {
  contractor: string
  listingId: string
  category: ListingCategory | null
  currency: Currency | null
  /** Undefined before anything was asked; null where the contractor or listing is not known. */
  applied: { bps: number; fixed: bigint; ruleId: string | null } | null | undefined
}

/** Which rule an order of today would carry; a plain address, and no change. */
export function CommissionPreview({ contractor, listingId, category, currency, applied }: Props) {
  const t = useWords()
  return (
    <div className="grid grid-cols-1 gap-4">
      <Form
        action="/admin/commission"
        className="grid grid-cols-1 items-end gap-4 sm:grid-cols-2 lg:grid-cols-5"
      >
        <Field id="who" label={t('commission.contractor')}>
          <Input id="who" name="who" defaultValue={contractor} autoComplete="off" />
        </Field>
        <Field id="listing" label={t('commission.listing')}>
          <Input id="listing" name="listing" defaultValue={listingId} autoComplete="off" />
        </Field>
        <Field id="category-of" label={t('work.category')}>
          <Select id="category-of" name="category" defaultValue={category ?? ''}>
            <option value="">{t('commission.noCategory')}</option>
            {LISTING_CATEGORIES.map(each => (
              <option key={each} value={each}>
                {t(LISTING_CATEGORY_WORDS[each])}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="of" label={t('commission.currency')}>
          <Select id="of" name="of" defaultValue={currency ?? 'usd'}>
            {Object.keys(CURRENCIES).map(code => (
              <option key={code} value={code}>
                {code.toUpperCase()}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" variant="secondary">
          {t('commission.look')}
        </Button>
      </Form>
      <div role="status">
        {applied === null ? <p>{t('commission.unknown')}</p> : null}
        {applied && currency ? (
          <p>
            <strong>{t('commission.result', { rate: rateWords(applied, currency, t.locale) })}</strong>{' '}
            {applied.ruleId ? t('commission.byRule', { id: applied.ruleId }) : t('commission.bySettings')}
          </p>
        ) : null}
      </div>
    </div>
  )
}
