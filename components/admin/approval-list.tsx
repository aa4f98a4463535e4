import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { APPROVAL_STATUS_WORDS, type ApprovalView } from '#lib/approvals/model.ts'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'
import { formatMoney } from '#lib/money.ts'
import { RECOVERY_REASONS } from '#lib/recoveries/model.ts'
import { REFUND_REASONS } from '#lib/refunds/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { useWords } from '#words'
import { ApprovalDecision } from './approval-decision.tsx'
import { approvalMoves } from './approval-moves.ts'
import { MoneyMoves } from './money-moves.tsx'

const LINK = 'text-primary underline decoration-primary/40 underline-offset-4'

type Props = {
  approvals: ApprovalView[]
  /** Null for whoever may not decide. */
  decide: FormAction | null
  withdraw: FormAction
}

/** What one admin asks another to let happen: who asked, what would move, and the decision. */
export function ApprovalList({ approvals, ...actions }: Props) {
  const t = useWords()
  return (
    <ul aria-label={t('console.approvalsTitle')} className="grid divide-y">
      {approvals.map(approval => (
        <Entry key={approval.id} approval={approval} {...actions} />
      ))}
    </ul>
  )
}

function reasonOf(t: Words, { kind, reason }: ApprovalView): string {
  const words: Record<string, MessageKey> = kind === 'refund' ? REFUND_REASONS : RECOVERY_REASONS
  const known = words[reason]
  return known ? t(known) : reason
}

function Entry({ approval, decide, withdraw }: Omit<Props, 'approvals'> & { approval: ApprovalView }) {
  const { id, kind, status, isOwn, currency, note, createdAt, expiresAt } = approval
  const words = APPROVAL_STATUS_WORDS[status]
  const t = useWords()
  const sum = formatMoney(approval, t.locale)
  return (
    <li id={id} className="grid scroll-mt-20 grid-cols-1 gap-4 py-6 first:pt-0 last:pb-0">
      <div className="grid gap-1">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {t(kind === 'refund' ? 'console.refundOf' : 'console.recoveryOf', { sum })}
          <Badge tone={words.tone} dot>
            {t(words.label)}
          </Badge>
        </h2>
        <About approval={approval} />
        <p className="text-muted-foreground text-sm">
          {reasonOf(t, approval)} ·{' '}
          {isOwn ? t('console.askedByYou') : t('console.askedBy', { name: approval.requestedBy })} ·{' '}
          <Moment at={createdAt} />
          {status === 'open' ? (
            <>
              {' '}
              · {t('console.until')} <Moment at={expiresAt} />
            </>
          ) : null}
        </p>
        {note ? (
          <p className="max-w-prose whitespace-pre-line break-words">{t('moves.quote', { text: note })}</p>
        ) : null}
      </div>
      <MoneyMoves caption={t('console.moves')} moves={approvalMoves(approval, t)} currency={currency} />
      <Decision approval={approval} />
      {status === 'open' && isOwn ? (
        <ActionForm action={withdraw} hidden={{ approvalId: id }}>
          <p className="text-muted-foreground">{t('console.ownRequest')}</p>
          <SubmitButton variant="secondary" className="justify-self-start" pending={t('console.oneMoment')}>
            {t('console.takeBack')}
          </SubmitButton>
        </ActionForm>
      ) : null}
      {status === 'open' && !isOwn && decide ? (
        <ApprovalDecision approval={approval} action={decide} />
      ) : null}
    </li>
  )
}

function About({ approval: { order, contractor } }: { approval: ApprovalView }) {
  const t = useWords()
  return (
    <p>
      {order ? (
        <>
          <Link prefetch={false} href={`/admin/orders/${order.id}`} className={LINK}>
            #{order.number} {order.title}
          </Link>
          {', '}
        </>
      ) : null}
      <Link prefetch={false} href={`/admin/contractors/${contractor.userId}`} className={LINK}>
        {personName(t, contractor.displayName)}
      </Link>
    </p>
  )
}

function Decision({ approval: { decidedBy, decidedAt, answer } }: { approval: ApprovalView }) {
  const t = useWords()
  if (!decidedAt) return null
  return (
    <p className="text-sm">
      {answer ? (
        <span className="block whitespace-pre-line break-words">{t('moves.quote', { text: answer })}</span>
      ) : null}
      <span className="text-muted-foreground">
        {decidedBy ?? t('console.withdrawn')} · <Moment at={decidedAt} />
      </span>
    </p>
  )
}
