import type { Evidence } from '#lib/disputes/evidence-model.ts'
import { useWords } from '#words'

const NAMES = [
  'productDescription',
  'customerName',
  'customerEmail',
  'customerIp',
  'serviceDate',
  'story',
  'refundPolicy',
] as const satisfies (keyof Evidence)[]

/** What was sent, to be read only. */
export function EvidenceText({ words }: { words: Evidence }) {
  const t = useWords()
  const given = NAMES.filter(name => words[name] !== '')
  return (
    <dl className="grid gap-4 text-sm">
      {given.map(name => (
        <div key={name} className="grid gap-1">
          <dt className="text-muted-foreground">{t(`evidence.${name}`)}</dt>
          <dd className="whitespace-pre-line break-words">{words[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
