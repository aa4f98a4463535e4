import type { Metadata } from 'next'
import { LinkButton } from '#components/ui/button.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TERMS } from '#lib/onboarding/model.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export const metadata: Metadata = { title: 'Contractor terms' }

const SECTIONS = [
  {
    title: 'How you are paid',
    text: 'An employer’s card is held when work is ordered, and charged when the work is approved. The amount, less the commission that every order shows before you start, goes to your balance at Stripe. Until the charge is made a hold is a promise of the card’s bank and can lapse; the order shows until when it stands.',
  },
  {
    id: 'debits',
    title: 'Our right to debit your balance',
    text: 'You allow Holdfast to take money back from your Stripe balance: when an employer is refunded, when a card payment is disputed and lost, when you were paid by mistake or too much, and when you owe Holdfast a fee that you agreed to. We may do so by reversing a transfer or by debiting your account, also after the order is finished. Every debit is shown on your balance with its reason.',
  },
  {
    title: 'A balance below zero',
    text: 'If more is taken back than your balance holds, it falls below zero. Later earnings fill it up first, and where the law of your country allows it Stripe may debit your bank account for the rest.',
  },
  {
    title: 'What you tell us',
    text: 'You give true details and your own documents. We pass them to Stripe, which must check them by law. We keep that you sent a document and when, never the document; and never your bank account’s numbers.',
  },
  {
    title: 'Changes',
    text: 'When this text changes we ask you to accept the new version before the next order.',
  },
]

export default async function ContractorTermsPage() {
  await requireActor('CONTRACTOR')
  return (
    <>
      <PageHeader
        title="Holdfast contractor terms"
        description={`Version ${TERMS.holdfast_contractor.version}`}
        actions={
          <LinkButton href="/onboarding#terms" variant="secondary">
            Back to verification
          </LinkButton>
        }
      />
      <Card>
        <CardContent className="grid max-w-prose gap-6">
          {SECTIONS.map(({ id, title, text }) => (
            <section key={title} id={id} className="grid scroll-mt-20 gap-2">
              <h2 className="font-semibold text-lg">{title}</h2>
              <p className="text-base">{text}</p>
            </section>
          ))}
        </CardContent>
      </Card>
    </>
  )
}
