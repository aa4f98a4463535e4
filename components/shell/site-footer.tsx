import { useWords } from '#words'
import { LanguageSwitch } from './language-switch.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

export function SiteFooter({ setLanguage }: { setLanguage: (form: FormData) => Promise<void> }) {
  const t = useWords()
  return (
    <footer className="border-t">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-4 px-4 py-6 text-muted-foreground text-xs sm:px-6">
        <p>{t('site.holdfastMovesMoneyThroughStripe')}</p>
        <div className="flex flex-wrap items-center gap-3">
          <LanguageSwitch setLanguage={setLanguage} />
          <ThemeToggle />
        </div>
      </div>
    </footer>
  )
}
