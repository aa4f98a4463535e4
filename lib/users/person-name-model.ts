import type { Words } from '../i18n/words.ts'

/** What the profile of somebody who has left is called. It is stored, and searched for, in this one language. */
export const DELETED_NAME = 'Deleted user'

/** Somebody's name as it is shown: what those are called who have left is said in the reader's language. */
export function personName(t: Words, name: string): string {
  return name === DELETED_NAME ? t('people.deletedUser') : name
}
