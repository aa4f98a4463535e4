import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { disputeMoneyWords } from '#components/admin/dispute-money.ts'
import { EvidenceForm } from '#components/admin/evidence-form.tsx'
import { EvidenceText } from '#components/admin/evidence-text.tsx'
import { SendEvidence } from '#components/admin/send-evidence.tsx'
import { Moment } from '#components/orders/moment.tsx'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Alert } from '#components/ui/alert.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type DisputeView, disputeReasonWords, disputeStatusWords, isInquiry } from '#lib/disputes/model.ts'
import { type DisputeDetail, getDispute } from '#lib/disputes/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { saveEvidenceAction, submitEvidenceAction } from './actions.ts'

export const metadata: Metadata = { title: 'Dispute' }

type Props = { params: Promise<{ disputeId: string }> }

function Facts({ dispute }: { dispute: DisputeView }) {
  const { order, contractor } = dispute
  const { label, tone, isAnswerable } = disputeStatusWords(dispute.status)
  return (
    <TitledCard title="What it is about">
      <DescriptionList>
        <DescriptionItem term="Where it stands">
          <Badge tone={tone} dot>
            {label}
          </Badge>
        </DescriptionItem>
        <DescriptionItem term="Why">{disputeReasonWords(dispute.reason)}</DescriptionItem>
        <DescriptionItem term="Amount">
          <Money value={dispute} className="font-medium" />
        </DescriptionItem>
        {isAnswerable && dispute.evidenceDueAt ? (
          <DescriptionItem term="Answer until" hint="What the bank has not read by then counts as no answer.">
            <Moment at={dispute.evidenceDueAt} />
          </DescriptionItem>
        ) : null}
        <DescriptionItem term="Order">
          <Link
            href={`/admin/orders/${order.id}`}
            className="font-medium text-primary underline underline-offset-4"
          >
            #{order.number} {order.title}
          </Link>
        </DescriptionItem>
        <DescriptionItem term="Contractor">{contractor.displayName}</DescriptionItem>
        <DescriptionItem term="At Stripe">
          <code className="break-all font-mono text-xs">{dispute.stripeDisputeId}</code>
        </DescriptionItem>
      </DescriptionList>
      {disputeMoneyWords(dispute).map(words => (
        <p key={words} className="mt-3 text-sm">
          {words}
        </p>
      ))}
    </TitledCard>
  )
}

function SentEvidence({ evidence }: { evidence: NonNullable<DisputeDetail['evidence']> }) {
  return (
    <TitledCard title="What the bank was told" id="evidence">
      <div className="grid gap-5">
        {evidence.sentAt ? (
          <Alert tone="success" title="The bank has the evidence">
            Sent on <Moment at={evidence.sentAt} />. Banks take up to three months to decide; the outcome
            appears here and in the order’s history, and the contractor’s part follows it.
          </Alert>
        ) : (
          <Alert title="On its way to the bank" role="status">
            Stripe has not answered yet. We go on by ourselves; reload this page in a minute.
          </Alert>
        )}
        <EvidenceText words={evidence.words} />
      </div>
    </TitledCard>
  )
}

function Answer({ dispute, evidence, draft }: DisputeDetail) {
  if (evidence && evidence.status !== 'draft') return <SentEvidence evidence={evidence} />
  const words = evidence?.words ?? draft
  if (!words || !disputeStatusWords(dispute.status).isAnswerable) {
    return (
      <TitledCard title="What the bank was told" id="evidence">
        <p className="text-sm">
          Nothing was sent from here, and the bank does not wait for an answer any more.
        </p>
      </TitledCard>
    )
  }
  return (
    <>
      <TitledCard title={isInquiry(dispute.status) ? 'Answer to the bank' : 'Evidence'} id="evidence">
        <div className="grid gap-5">
          {evidence?.wasRefused ? (
            <Alert tone="destructive" title="Stripe did not take it">
              Nothing of it reached the bank. Shorten or correct it, save it, and send it again.
            </Alert>
          ) : null}
          {evidence ? null : (
            <p className="text-sm">
              Written from the order as far as it tells. Read it, correct it, and save it.
            </p>
          )}
          <EvidenceForm action={saveEvidenceAction} disputeId={dispute.id} words={words} />
        </div>
      </TitledCard>
      {evidence ? (
        <TitledCard title="Send it" id="send">
          <SendEvidence action={submitEvidenceAction} disputeId={dispute.id} version={evidence.version} />
        </TitledCard>
      ) : null}
    </>
  )
}

export default async function DisputePage({ params }: Props) {
  const actor = await requireActor('ADMIN')
  const detail = await getDispute(actor, (await params).disputeId)
  if (!detail) notFound()
  const { order } = detail.dispute
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/admin/disputes', label: 'Disputes' }]}
            current={`#${order.number}`}
          />
        }
        title={`Dispute of order #${order.number}`}
      />
      <div className="grid gap-6">
        <Facts dispute={detail.dispute} />
        <Answer {...detail} />
      </div>
    </>
  )
}
