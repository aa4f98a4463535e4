import type { ReactNode } from 'react'
import { WordsProvider } from '#components/words/use-words.client.tsx'
import { type Area, compiledAreas } from '#lib/i18n/catalogue.ts'
import { requestLocale } from '#lib/i18n/request.ts'

/** Gives the islands within it the messages of some areas, in the request's language. */
export async function IslandWords({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  const locale = await requestLocale()
  return (
    <WordsProvider locale={locale} messages={compiledAreas(locale, areas)}>
      {children}
    </WordsProvider>
  )
}
