import { z } from 'zod'
import { requestKey } from '../request-key.ts'

// Apart from model.ts, which the browser has: it never has the parser.

export const startCardSetupInput = z.object({ requestKey })
export const finishCardSetupInput = z.object({ cardSetupId: z.string().max(40) })
export const cardInput = z.object({ cardId: z.string().max(40) })
