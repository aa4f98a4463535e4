import { useWords } from '#words'
import { PLAIN_BUTTON, PlainPage } from './plain-page.tsx'

type Props = { reference?: string; retry: () => void }

/** For what nobody expected: no technical words, a reference that is also in the log, and two ways on. */
export function ErrorPage({ reference, retry }: Props) {
  const t = useWords()
  return (
    <PlainPage
      title={t('ui.somethingWentWrongOnOur')}
      actions={
        <>
          <button type="button" onClick={retry} className={PLAIN_BUTTON.primary}>
            {t('ui.tryAgain')}
          </button>
          <a href="/dashboard" className={PLAIN_BUTTON.secondary}>
            {t('ui.backToHoldfast')}
          </a>
        </>
      }
    >
      <p>{t('ui.mayHaveBeenDone')}</p>
      {reference ? (
        <p className="mt-2 font-mono text-xs">{t('ui.referenceReference', { reference })}</p>
      ) : null}
    </PlainPage>
  )
}
