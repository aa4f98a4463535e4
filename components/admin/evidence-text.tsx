import type { Evidence } from '#lib/disputes/evidence-model.ts'

const LABELS: Record<keyof Evidence, string> = {
  productDescription: 'What was ordered',
  customerName: 'Employer’s name',
  customerEmail: 'Employer’s e-mail address',
  customerIp: 'Paid from this internet address',
  serviceDate: 'Delivered on',
  story: 'What happened',
  refundPolicy: 'How holding, approving and canceling were explained',
}

/** What was sent, to be read only. */
export function EvidenceText({ words }: { words: Evidence }) {
  const given = (Object.keys(LABELS) as (keyof Evidence)[]).filter(name => words[name] !== '')
  return (
    <dl className="grid gap-4 text-sm">
      {given.map(name => (
        <div key={name} className="grid gap-1">
          <dt className="text-muted-foreground">{LABELS[name]}</dt>
          <dd className="whitespace-pre-line break-words">{words[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
