import { Alert } from '#components/ui/alert.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DOCUMENT_TYPES, type DocumentType } from '#lib/onboarding/document-model.ts'
import type { Step } from '#lib/onboarding/model.ts'
import { useWords } from '#words'

type Props = {
  rejected: { type: DocumentType; at: Date; words: Step['problems'][number] }[]
  triesLeft: number
}

/** The documents that Stripe refused, why, and how many more it takes. Nothing while none was refused. */
export function DocumentTries({ rejected, triesLeft }: Props) {
  const t = useWords()
  if (rejected.length === 0) return null
  // Why the newest was refused stands above already.
  const [, ...earlier] = rejected
  return (
    <Alert
      tone={triesLeft > 2 ? 'info' : 'warning'}
      title={triesLeft === 0 ? t('verifying.noTriesLeft') : t('verifying.triesLeft', { count: triesLeft })}
    >
      <ul className="grid gap-1">
        {earlier.map(({ type, at, words }) => (
          <li key={at.toISOString()}>
            {t.rich('verifying.refusedAt', {
              document: t(DOCUMENT_TYPES[type].name),
              at: <DateTime value={at} />,
              problem: t(words.problem),
            })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
