import { Badge, type Tone } from '#components/ui/badge.tsx'
import type { Finding, FindingState } from '#lib/doctor/model.ts'
import { useWords } from '#words'

const TONES: Record<FindingState, Tone> = {
  ok: 'success',
  warning: 'warning',
  failed: 'destructive',
  unknown: 'neutral',
}

/** What was looked at, how it is, and what to do. */
export function FindingList({ findings }: { findings: Finding[] }) {
  const t = useWords()
  return (
    <ul className="divide-y">
      {findings.map(({ check, state, text, link }) => (
        <li
          key={check}
          className="grid gap-2 py-4 first:pt-0 last:pb-0 sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-6"
        >
          <div>
            <Badge tone={TONES[state]} dot>
              {t(`doctor.state_${state}`)}
            </Badge>
          </div>
          <div className="grid min-w-0 gap-1">
            <h2 className="font-medium">{t(`doctor.check_${check}`)}</h2>
            <p className="break-words text-sm">{t.say(text)}</p>
            {link ? (
              <a
                href={link}
                rel="noreferrer"
                className="min-h-6 justify-self-start break-all text-primary text-sm underline underline-offset-4"
              >
                {link}
              </a>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
