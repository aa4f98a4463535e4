import { CloudOff } from 'lucide-react'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { useWords } from '#words'

/** For what nobody expected: no technical words, a reference that is also in the log, and two ways on. */
export function ErrorPage({ reference, retry }: { reference?: string; retry: () => void }) {
  const t = useWords()
  return (
    <EmptyState
      icon={CloudOff}
      heading="h1"
      title={t('ui.somethingWentWrongOnOur')}
      action={
        <>
          <Button onClick={retry}>{t('ui.tryAgain')}</Button>
          <LinkButton href="/dashboard" variant="secondary">
            {t('ui.backToHoldfast')}
          </LinkButton>
        </>
      }
    >
      <p>{t('ui.noMoneyMovedBecauseOf')}</p>
      {reference ? (
        <p className="mt-2 font-mono text-xs">{t('ui.referenceReference', { reference })}</p>
      ) : null}
    </EmptyState>
  )
}
