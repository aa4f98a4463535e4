import { useWords } from '#words'

const STEPS = [
  { title: 'site.order', who: 'site.employersCard', text: 'site.n50000HeldUntilThe', fill: 'held' },
  { title: 'site.deliver', who: 'site.stillHeld', text: 'site.theContractorDeliversTheMoney', fill: 'held' },
  { title: 'site.approve', who: 'site.captured', text: 'site.n45000ToTheContractor', fill: 'split' },
] as const

/** One order of $500 as three pictures: a bar that is held, stays held, and is split. The words say the same. */
export function MoneyFlow() {
  const t = useWords()
  return (
    <ol className="grid gap-8 md:grid-cols-3 md:gap-6">
      {STEPS.map(({ title, who, text, fill }, index) => (
        <li key={title} className="grid content-start gap-3">
          <svg viewBox="0 0 300 64" aria-hidden="true" focusable="false" className="w-full">
            <Bar split={fill === 'split'} />
            {index < STEPS.length - 1 ? <Arrow /> : null}
          </svg>
          <div>
            <p className="font-semibold text-base">
              <span className="text-muted-foreground tabular-nums">{index + 1}. </span>
              {t(title)}
            </p>
            <p className="text-sm">{t(who)}</p>
            <p className="text-muted-foreground text-sm">{t(text)}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The whole amount between two posts, or its two shares let go. */
function Bar({ split }: { split: boolean }) {
  if (split) {
    return (
      <>
        <rect x="6" y="20" width="224" height="24" rx="6" className="fill-primary" />
        <rect x="236" y="20" width="26" height="24" rx="6" className="fill-primary/40" />
      </>
    )
  }
  return (
    <>
      <rect
        x="12"
        y="20"
        width="244"
        height="24"
        rx="6"
        className="fill-primary-soft stroke-primary"
        strokeWidth="1.5"
        strokeDasharray="5 4"
      />
      <path d="M6 12v40M262 12v40" className="stroke-primary" strokeWidth="4" strokeLinecap="round" />
    </>
  )
}

function Arrow() {
  return (
    <path
      d="M276 32h18m-6-6 6 6-6 6"
      fill="none"
      className="stroke-muted-foreground max-md:hidden"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  )
}
