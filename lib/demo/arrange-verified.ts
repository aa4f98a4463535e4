import { transaction } from '../db.ts'
import { markVerified } from '../users/mark-verified.ts'

/** Takes somebody's e-mail address for confirmed, as if they had opened the link that was mailed to them. */
export const arrangeVerified = (userId: string): Promise<void> => transaction(tx => markVerified(tx, userId))
