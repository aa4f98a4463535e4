import Link from 'next/link'
import { Moment } from '#components/orders/moment.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { APPROVAL_STATUS_WORDS, type ApprovalView } from '#lib/approvals/model.ts'
import { formatMoney } from '#lib/money.ts'
import { RECOVERY_REASONS } from '#lib/recoveries/model.ts'
import { REFUND_REASONS } from '#lib/refunds/model.ts'
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
  return (
    <ul aria-label="Approvals" className="grid divide-y">
      {approvals.map(approval => (
        <Entry key={approval.id} approval={approval} {...actions} />
      ))}
    </ul>
  )
}

function reasonOf({ kind, reason }: ApprovalView): string {
  const words: Record<string, string> = kind === 'refund' ? REFUND_REASONS : RECOVERY_REASONS
  return words[reason] ?? reason
}

function Entry({ approval, decide, withdraw }: Omit<Props, 'approvals'> & { approval: ApprovalView }) {
  const { id, kind, status, isOwn, currency, note, createdAt, expiresAt } = approval
  const words = APPROVAL_STATUS_WORDS[status]
  return (
    <li id={id} className="grid scroll-mt-20 grid-cols-1 gap-4 py-6 first:pt-0 last:pb-0">
      <div className="grid gap-1">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {kind === 'refund' ? 'Refund' : 'Recovery'} of {formatMoney(approval)}
          <Badge tone={words.tone} dot>
            {words.label}
          </Badge>
        </h2>
        <About approval={approval} />
        <p className="text-muted-foreground text-sm">
          {reasonOf(approval)} · asked for by {isOwn ? 'you' : approval.requestedBy} ·{' '}
          <Moment at={createdAt} />
          {status === 'open' ? (
            <>
              {' '}
              · until <Moment at={expiresAt} />
            </>
          ) : null}
        </p>
        {note ? <p className="max-w-prose whitespace-pre-line break-words">“{note}”</p> : null}
      </div>
      <MoneyMoves
        caption={`Who gains and who loses by this ${kind}`}
        moves={approvalMoves(approval)}
        currency={currency}
      />
      <Decision approval={approval} />
      {status === 'open' && isOwn ? (
        <ActionForm action={withdraw} hidden={{ approvalId: id }}>
          <p className="text-muted-foreground">Another admin decides: you asked for it yourself.</p>
          <SubmitButton variant="secondary" className="justify-self-start" pending="One moment…">
            Take it back
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
  return (
    <p>
      {order ? (
        <>
          <Link href={`/admin/orders/${order.id}`} className={LINK}>
            #{order.number} {order.title}
          </Link>
          {', '}
        </>
      ) : null}
      <Link href={`/admin/contractors/${contractor.userId}`} className={LINK}>
        {contractor.displayName}
      </Link>
    </p>
  )
}

function Decision({ approval: { decidedBy, decidedAt, answer } }: { approval: ApprovalView }) {
  if (!decidedAt) return null
  return (
    <p className="text-sm">
      {answer ? <span className="block whitespace-pre-line break-words">“{answer}”</span> : null}
      <span className="text-muted-foreground">
        {decidedBy ?? 'Taken back'} · <Moment at={decidedAt} />
      </span>
    </p>
  )
}
