import { cache, use } from 'react'
import { getWords } from '#lib/i18n/request.ts'

const wordsOfRequest = cache(getWords)

/** The words of the request's language, for components that run on the server and are not async. */
export function useWords() {
  return use(wordsOfRequest())
}
