import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { useWords } from '#words'

type Props = { name: string; until: Date; stop: () => Promise<void> }

/** Over every page while an admin looks at somebody's: whose these are, that nothing can be done, and the way back. */
export function ViewingBanner({ name, until, stop }: Props) {
  const t = useWords()
  return (
    <aside aria-label={t('viewing.title')} className="border-b bg-warning-soft text-sm print:hidden">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2.5 sm:px-6">
        <p className="wrap-anywhere">
          {t.rich('viewing.banner', {
            name,
            until: <DateTime value={until} />,
            b: words => <strong>{words}</strong>,
          })}
        </p>
        <form action={stop}>
          <Button type="submit" variant="secondary" size="sm">
            {t('viewing.stop')}
          </Button>
        </form>
      </div>
    </aside>
  )
}
