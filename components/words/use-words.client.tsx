'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Locale, SOURCE_LOCALE } from '#lib/i18n/model.ts'
import { type Compiled, type Words, wordsOf } from '#lib/i18n/words.ts'

type Known = { messages: Compiled; words: Words }

function known(locale: Locale, messages: Compiled): Known {
  return { messages, words: wordsOf(locale, key => messages[key]) }
}

const Context = createContext<Known>(known(SOURCE_LOCALE, {}))

/** Gives the islands within it their messages, besides those that were given further out. */
export function WordsProvider(props: { locale: Locale; messages: Compiled; children: ReactNode }) {
  const { locale, messages, children } = props
  const above = useContext(Context).messages
  const value = useMemo(() => known(locale, { ...above, ...messages }), [locale, messages, above])
  return <Context value={value}>{children}</Context>
}

/** The words for islands: those of the areas that the page around gave by `IslandWords`. */
export function useWords(): Words {
  return useContext(Context).words
}
