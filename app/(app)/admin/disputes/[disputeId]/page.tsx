import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { disputeMoneyWords } from '#components/admin/dispute-money.ts'
import { draftEvidence } from '#components/admin/evidence-draft.ts'
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
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { getWords } from '#lib/i18n/request.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { useWords } from '#words'
import { saveEvidenceAction, submitEvidenceAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('evidence.title') }
}

type Props = { params: Promise<{ disputeId: string }> }

function Facts({ dispute }: { dispute: DisputeView }) {
  const t = useWords()
  const { order, contractor } = dispute
  const { label, tone, isAnswerable } = disputeStatusWords(dispute.status)
  return (
    <TitledCard title={t('evidence.about')}>
      <DescriptionList>
        <DescriptionItem term={t('evidence.stands')}>
          <Badge tone={tone} dot>
            {t.say(label)}
          </Badge>
        </DescriptionItem>
        <DescriptionItem term={t('evidence.why')}>
          {t.say(disputeReasonWords(dispute.reason))}
        </DescriptionItem>
        <DescriptionItem term={t('evidence.amount')}>
          <Money value={dispute} className="font-medium" />
        </DescriptionItem>
        {isAnswerable && dispute.evidenceDueAt ? (
          <DescriptionItem term={t('evidence.answerUntil')} hint={t('evidence.answerUntilHint')}>
            <Moment at={dispute.evidenceDueAt} />
          </DescriptionItem>
        ) : null}
        <DescriptionItem term={t('evidence.order')}>
          <Link
            prefetch={false}
            href={`/admin/orders/${order.id}`}
            className="font-medium text-primary underline underline-offset-4"
          >
            #{order.number} {order.title}
          </Link>
        </DescriptionItem>
        <DescriptionItem term={t('evidence.contractor')}>
          {personName(t, contractor.displayName)}
        </DescriptionItem>
        <DescriptionItem term={t('evidence.atStripe')}>
          <code className="break-all font-mono text-xs">{dispute.stripeDisputeId}</code>
        </DescriptionItem>
      </DescriptionList>
      {disputeMoneyWords(t, dispute).map(words => (
        <p key={words} className="mt-3 text-sm">
          {words}
        </p>
      ))}
    </TitledCard>
  )
}

function SentEvidence({ evidence }: { evidence: NonNullable<DisputeDetail['evidence']> }) {
  const t = useWords()
  return (
    <TitledCard title={t('evidence.told')} id="evidence">
      <div className="grid gap-5">
        {evidence.sentAt ? (
          <Alert tone="success" title={t('evidence.sentTitle')}>
            {t.rich('evidence.sentText', { at: <Moment at={evidence.sentAt} /> })}
          </Alert>
        ) : (
          <Alert title={t('evidence.sendingTitle')} role="status">
            {t('evidence.sendingText')}
          </Alert>
        )}
        <EvidenceText words={evidence.words} />
      </div>
    </TitledCard>
  )
}

function Answer({ dispute, evidence, facts }: DisputeDetail) {
  const t = useWords()
  if (evidence && evidence.status !== 'draft') return <SentEvidence evidence={evidence} />
  const words = evidence?.words ?? (facts && draftEvidence(facts, wordsIn('en')))
  if (!words || !disputeStatusWords(dispute.status).isAnswerable) {
    return (
      <TitledCard title={t('evidence.told')} id="evidence">
        <p className="text-sm">{t('evidence.nothingSent')}</p>
      </TitledCard>
    )
  }
  return (
    <>
      <TitledCard
        title={isInquiry(dispute.status) ? t('evidence.answer') : t('evidence.evidence')}
        id="evidence"
      >
        <div className="grid gap-5">
          {evidence?.wasRefused ? (
            <Alert tone="destructive" title={t('evidence.refusedTitle')}>
              {t('evidence.refusedText')}
            </Alert>
          ) : null}
          {evidence ? null : <p className="text-sm">{t('evidence.draft')}</p>}
          <EvidenceForm action={saveEvidenceAction} disputeId={dispute.id} words={words} />
        </div>
      </TitledCard>
      {evidence ? (
        <TitledCard title={t('evidence.send')} id="send">
          <SendEvidence action={submitEvidenceAction} disputeId={dispute.id} version={evidence.version} />
        </TitledCard>
      ) : null}
    </>
  )
}

export default async function DisputePage({ params }: Props) {
  const actor = await requireAdmin('/admin/disputes/[disputeId]')
  const detail = await getDispute(actor, (await params).disputeId)
  if (!detail) notFound()
  const { order } = detail.dispute
  const t = await getWords()
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/admin/disputes', label: t('evidence.disputes') }]}
            current={`#${order.number}`}
          />
        }
        title={t('evidence.ofOrder', { number: order.number })}
      />
      <div className="grid gap-6">
        <Facts dispute={detail.dispute} />
        <Answer {...detail} />
      </div>
    </>
  )
}
