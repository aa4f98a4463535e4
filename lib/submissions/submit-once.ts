import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Submission, SubmissionErrorCode } from './model.ts'

/** A first sending that has not ended by then was left by a process that died: the next one takes its place. */
const LEFT_BEHIND_SECONDS = 20
const LOOK_AGAIN_MS = 100

/** Under a secret, because short fields such as a birthday could be guessed from a plain digest. */
function hashOf({ content }: Submission): string {
  const fields = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(JSON.stringify(fields)).digest('hex')
}

/** Whether the work is ours to do: nobody has sent this form yet, or who did has died over it. */
async function claim({ userId, requestKey, form }: Submission, contentHash: string): Promise<boolean> {
  const claimed = await db().$executeRaw`
    INSERT INTO form_submissions AS there (user_id, request_key, form, content_hash)
    VALUES (${userId}, ${requestKey}, ${form}, ${contentHash})
    ON CONFLICT (user_id, request_key) DO UPDATE SET started_at = now()
    WHERE there.form = ${form} AND there.content_hash = ${contentHash} AND there.outcome IS NULL
      AND there.started_at < now() - make_interval(secs => ${LEFT_BEHIND_SECONDS}::float8)`
  return claimed > 0
}

async function perform<Value, Code>(
  { userId, requestKey }: Submission,
  work: () => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  const where = { userId_requestKey: { userId, requestKey } }
  let result: Result<Value, Code> | undefined
  try {
    result = await work()
    return result
  } finally {
    if (result?.ok) {
      const outcome = result.value === undefined ? {} : { value: result.value }
      await db().formSubmission.update({ where, data: { outcome } })
    } else {
      await db().formSubmission.deleteMany({ where: { userId, requestKey } })
    }
  }
}

/**
 * Runs `work` once for one form, however often it is sent: a double click, the back button or a proxy's retry waits for the
 * first and is given its answer. The same key with other content, or on another form, is refused. Only success is
 * remembered; after a failure, or a process that died, the same form may be sent again. `work` answers with what JSON can keep.
 */
export async function submitOnce<Value, Code>(
  submission: Submission,
  work: () => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | SubmissionErrorCode>> {
  const contentHash = hashOf(submission)
  const { userId, requestKey, form } = submission
  for (;;) {
    if (await claim(submission, contentHash)) return perform(submission, work)
    const there = await db().formSubmission.findUnique({
      where: { userId_requestKey: { userId, requestKey } },
    })
    if (there && (there.form !== form || there.contentHash !== contentHash)) return fail('other_content')
    if (there?.outcome) return ok((there.outcome as { value?: Value }).value as Value)
    await sleep(LOOK_AGAIN_MS)
  }
}
