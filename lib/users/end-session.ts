import { transaction } from '../db.ts'
import { ok, type Result } from '../result.ts'
import { endSessions } from './end-sessions.ts'
import type { Actor } from './model.ts'
import type { EndSessionInput } from './session-model.ts'

/** Ends one sign-in of the actor's own. One that is over, or somebody else's, is left as it is. */
export async function endSession(actor: Actor, { sessionId }: EndSessionInput): Promise<Result<void, never>> {
  await transaction(tx => endSessions(tx, actor, { only: sessionId }))
  return ok()
}
