import { LANGUAGE_NAMES, LOCALES } from '#lib/i18n/model.ts'
import { useWords } from '#words'

type Props = { setLanguage: (form: FormData) => Promise<void> }

/** A button for each language, in its own name. A plain form: it works without JavaScript. */
export function LanguageSwitch({ setLanguage }: Props) {
  const t = useWords()
  return (
    <form action={setLanguage} className="inline-flex flex-wrap gap-1">
      <fieldset className="contents">
        <legend className="sr-only">{t('shell.language')}</legend>
        {LOCALES.map(locale => (
          <button
            key={locale}
            type="submit"
            name="language"
            value={locale}
            lang={locale}
            aria-current={locale === t.locale ? 'true' : undefined}
            className="inline-flex h-7 items-center rounded-md px-2 text-muted-foreground text-xs transition-colors hover:bg-muted hover:text-foreground aria-[current=true]:bg-muted aria-[current=true]:font-medium aria-[current=true]:text-foreground"
          >
            {LANGUAGE_NAMES[locale]}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
