import { Alert } from '#components/ui/alert.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DOCUMENT_TYPES, type DocumentType } from '#lib/onboarding/document-model.ts'

type Props = {
  rejected: { type: DocumentType; at: Date; words: { problem: string; action: string } }[]
  triesLeft: number
}

function leftWords(triesLeft: number): string {
  if (triesLeft === 0)
    return 'Stripe takes no more files for this here. Write to us: we settle it with Stripe.'
  const tries = triesLeft === 1 ? 'one more document' : `${triesLeft} more documents`
  return `Stripe looks at ${tries} here. After that only its support can help.`
}

/** The documents that Stripe refused, why, and how many more it takes. Nothing while none was refused. */
export function DocumentTries({ rejected, triesLeft }: Props) {
  if (rejected.length === 0) return null
  // Why the newest was refused stands above already.
  const [, ...earlier] = rejected
  return (
    <Alert tone={triesLeft > 2 ? 'info' : 'warning'} title={leftWords(triesLeft)}>
      <ul className="grid gap-1">
        {earlier.map(({ type, at, words }) => (
          <li key={at.toISOString()}>
            {DOCUMENT_TYPES[type].name}, refused <DateTime value={at} />: {words.problem}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
