import type { Metadata } from 'next'
import { CommissionPreview } from '#components/admin/commission-preview.tsx'
import { CommissionRuleForm } from '#components/admin/commission-rule-form.tsx'
import { CommissionRules } from '#components/admin/commission-rules.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { LISTING_CATEGORIES } from '#lib/catalogue/category-model.ts'
import { now } from '#lib/clock.ts'
import { listCommissionRules, previewCommission } from '#lib/commission-rules/queries.ts'
import { isCurrency } from '#lib/currencies.ts'
import { getWords } from '#lib/i18n/request.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { setCommissionRuleAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('commission.title') }
}

export default async function CommissionPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/commission')
  const t = await getWords()
  const asked = await searchParams
  const text = (name: string) => firstOf(asked[name])?.trim().slice(0, 254) ?? ''
  const code = text('of')
  const currency = isCurrency(code) ? code : null
  const category = LISTING_CATEGORIES.find(each => each === text('category')) ?? null
  const typed = { contractor: text('who'), listingId: text('listing'), category }
  const applied = currency ? await previewCommission(actor, { ...typed, currency }) : undefined
  return (
    <>
      <PageHeader title={t('commission.title')} description={t('commission.intro')} />
      <div className="grid grid-cols-1 gap-6">
        <TitledCard title={t('commission.applies')}>
          <CommissionPreview {...typed} currency={currency} applied={applied} />
        </TitledCard>
        <TitledCard title={t('commission.newRule')}>
          <CommissionRuleForm action={setCommissionRuleAction} today={now().toISOString().slice(0, 10)} />
        </TitledCard>
        <CommissionRules rules={await listCommissionRules(actor)} />
      </div>
    </>
  )
}
