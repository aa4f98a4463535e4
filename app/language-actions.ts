'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { isLocale } from '#lib/i18n/model.ts'
import { currentSession } from '#lib/users/current-actor.ts'
import { safePath } from '#lib/users/safe-path.ts'
import { setLanguage } from '#lib/users/set-language.ts'
import { rememberLanguage } from './remember-language.ts'

/** Remembers a language in this browser and, for somebody signed in, with the account; then the same page in it. */
export async function setLanguageAction(form: FormData): Promise<void> {
  const language = form.get('language')
  if (isLocale(language)) {
    await rememberLanguage(language)
    const session = await currentSession()
    const actor = session && (session.viewing?.by ?? session.actor)
    if (actor) await setLanguage(actor, language)
  }
  // The frame around every page speaks too, and a browser would keep it.
  revalidatePath('/', 'layout')
  redirect(safePath((await headers()).get('x-request-path'), '/'))
}
