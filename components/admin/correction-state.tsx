import Link from 'next/link'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { CorrectionView } from '#lib/corrections/model.ts'
import { newRequestKey } from '#lib/ids.ts'
import { useWords } from '#words'

/** `fix`: where the difference can be posted; null for who may not, and for one that is gone. */
type Props = { correction: CorrectionView | undefined; fix: string | null; decide: FormAction | null }

/** What was or can be done about a difference: the way to post it, the request that waits, or who posted it and why. */
export function CorrectionState({ correction, fix, decide }: Props) {
  const t = useWords()
  if (correction?.status === 'applied') {
    const { requestedBy: name, reason } = correction
    return <p className="mt-2 text-sm">{t('corrections.applied', { name, reason })}</p>
  }
  if (correction?.status === 'asked') return <Waiting correction={correction} decide={decide} />
  return (
    <>
      {correction ? (
        <p className="mt-2 text-muted-foreground text-sm">
          {t('corrections.declined', { reason: correction.reason })}
        </p>
      ) : null}
      {fix ? (
        <Link
          prefetch={false}
          href={fix}
          className="mt-2 block min-h-6 w-fit text-primary underline underline-offset-4"
          scroll={false}
        >
          {t('corrections.fix')}
        </Link>
      ) : null}
    </>
  )
}

function Waiting({ correction, decide }: { correction: CorrectionView; decide: FormAction | null }) {
  const t = useWords()
  const { id, isOwn, requestedBy: name, reason } = correction
  const button = (decision: 'apply' | 'decline', label: string) => (
    <ActionForm
      action={decide ?? (async state => state)}
      requestKey={newRequestKey()}
      hidden={{ correctionId: id, decision }}
      className="gap-2"
    >
      <SubmitButton
        size="sm"
        variant={decision === 'apply' ? 'primary' : 'secondary'}
        pending={t('corrections.deciding')}
      >
        {label}
      </SubmitButton>
    </ActionForm>
  )
  return (
    <div className="mt-2 grid gap-2">
      <Badge tone="warning" dot>
        {t('corrections.asked')}
      </Badge>
      <p className="text-sm">{t('corrections.askedBy', { name, reason })}</p>
      {isOwn ? <p className="text-muted-foreground text-xs">{t('corrections.ownWaits')}</p> : null}
      {decide ? (
        <div className="flex flex-wrap gap-2">
          {isOwn ? null : button('apply', t('corrections.apply'))}
          {button('decline', isOwn ? t('corrections.takeBack') : t('corrections.decline'))}
        </div>
      ) : null}
    </div>
  )
}
