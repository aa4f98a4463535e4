import { useWords } from '#words'

type Props = { reference?: string; retry: () => void }

const BUTTON =
  'inline-flex h-10 items-center rounded-md px-4 font-medium text-sm shadow-card transition-colors'

/**
 * For what nobody expected: no technical words, a reference that is also in the log, and two ways on. Every page loads it three times
 * over, once for each frame around it, so it is made of nothing but itself; and its link loads the page anew, which is what helps.
 */
export function ErrorPage({ reference, retry }: Props) {
  const t = useWords()
  return (
    <div className="grid justify-items-center gap-4 px-6 py-12 text-center">
      <h1 className="font-semibold text-lg">{t('ui.somethingWentWrongOnOur')}</h1>
      <div className="max-w-md text-muted-foreground text-sm">
        <p>{t('ui.noMoneyMovedBecauseOf')}</p>
        {reference ? (
          <p className="mt-2 font-mono text-xs">{t('ui.referenceReference', { reference })}</p>
        ) : null}
      </div>
      <div className="flex flex-wrap justify-center gap-3">
        <button
          type="button"
          onClick={retry}
          className={`${BUTTON} bg-primary text-primary-foreground hover:bg-primary-hover`}
        >
          {t('ui.tryAgain')}
        </button>
        <a href="/dashboard" className={`${BUTTON} border border-control/55 bg-card hover:bg-muted`}>
          {t('ui.backToHoldfast')}
        </a>
      </div>
    </div>
  )
}
