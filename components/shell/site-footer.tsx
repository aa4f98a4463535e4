import { LanguageSwitch } from './language-switch.tsx'
import { ThemeToggle } from './theme-toggle.tsx'

export function SiteFooter({ setLanguage }: { setLanguage: (form: FormData) => Promise<void> }) {
  return (
    <footer className="border-t">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-4 px-4 py-6 text-muted-foreground text-xs sm:px-6">
        <p>Holdfast moves money through Stripe Connect. Cards and bank details go to Stripe, never to us.</p>
        <div className="flex flex-wrap items-center gap-3">
          <LanguageSwitch setLanguage={setLanguage} />
          <ThemeToggle />
        </div>
      </div>
    </footer>
  )
}
