import type { Metadata } from 'next'
import { LinkButton } from '#components/ui/button.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import { getWords } from '#lib/i18n/request.ts'
import { TERMS } from '#lib/onboarding/model.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('contractorTerms.title') }
}

const SECTIONS: { id?: string; title: MessageKey; text: MessageKey }[] = [
  {
    title: 'contractorTerms.paid',
    text: 'contractorTerms.paidText',
  },
  {
    id: 'debits',
    title: 'contractorTerms.debits',
    text: 'contractorTerms.debitsText',
  },
  {
    title: 'contractorTerms.belowZero',
    text: 'contractorTerms.belowZeroText',
  },
  {
    title: 'contractorTerms.tellUs',
    text: 'contractorTerms.tellUsText',
  },
  {
    title: 'contractorTerms.languages',
    text: 'contractorTerms.languagesText',
  },
  {
    title: 'contractorTerms.changes',
    text: 'contractorTerms.changesText',
  },
]

export default async function ContractorTermsPage() {
  const t = await getWords()
  await requireActor('CONTRACTOR')
  return (
    <>
      <PageHeader
        title={t('contractorTerms.heading')}
        description={t('contractorTerms.version', { version: TERMS.holdfast_contractor.version })}
        actions={
          <LinkButton href="/onboarding#terms" variant="secondary">
            {t('contractorTerms.back')}
          </LinkButton>
        }
      />
      <Card>
        <CardContent className="grid max-w-prose gap-6">
          {SECTIONS.map(({ id, title, text }) => (
            <section key={title} id={id} className="grid scroll-mt-20 gap-2">
              <h2 className="font-semibold text-lg">{t(title)}</h2>
              <p className="text-base">{t(text)}</p>
            </section>
          ))}
        </CardContent>
      </Card>
    </>
  )
}
