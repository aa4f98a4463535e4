import { z } from 'zod'

/** The key that every form with an effect carries: issued by newRequestKey, the same for every submit of one form. */
export const requestKey = z.string().regex(/^req_[0-9a-f]{32}$/, 'fields.reloadThePageAndTry')
