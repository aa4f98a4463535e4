import { transaction } from '../db.ts'
import { ok, type Result } from '../result.ts'
import { endSessions } from './end-sessions.ts'
import type { Actor } from './model.ts'

/** Ends every sign-in of the actor's own but the one that asks. Returns how many. */
export async function endOtherSessions(actor: Actor): Promise<Result<number, never>> {
  return ok(await transaction(tx => endSessions(tx, actor, { except: actor.sessionId })))
}
