import { z } from 'zod'
import { message } from '../i18n/message.ts'
import { LIST_PARAMETERS } from '../list-filter.ts'
import { LIST_NAMES } from '../records/model.ts'
import type { ErrorTable } from '../result.ts'

/** More than that nobody finds among the others. */
export const VIEWS_MAX = 20
const NAME_CHARS_MAX = 40

/** An address's query with nothing in it but how a list is looked at. */
function lookOf(query: string): string {
  const asked = new URLSearchParams(query)
  const kept = LIST_PARAMETERS.flatMap(name => {
    const value = asked.get(name)
    return value === null ? [] : [[name, value]]
  })
  return new URLSearchParams(kept).toString()
}

/** `query` is the list's address after the question mark; what the list does not read of it is not kept. */
export const saveViewInput = z.object({
  list: z.enum(LIST_NAMES),
  name: z
    .string()
    .trim()
    .min(1, 'lists.nameTheView')
    .max(NAME_CHARS_MAX, message('console.atMost', { max: NAME_CHARS_MAX })),
  query: z.string().max(1000).transform(lookOf),
})
export type SaveViewInput = z.output<typeof saveViewInput>

export const removeViewInput = z.object({ viewId: z.string().max(40) })
export type RemoveViewInput = z.output<typeof removeViewInput>

export type SavedView = { id: string; name: string; query: string }

export type SavedViewErrorCode = 'not_found' | 'too_many'
export const SAVED_VIEW_ERRORS = {
  not_found: { status: 404, message: 'lists.viewNotThere' },
  too_many: { status: 422, message: message('lists.tooManyViews', { max: VIEWS_MAX }) },
} as const satisfies ErrorTable<SavedViewErrorCode>
