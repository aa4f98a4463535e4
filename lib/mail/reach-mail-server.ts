import nodemailer from 'nodemailer'
import { fail, ok, type Result } from '../result.ts'

/** How long a mail server may take to say that it would take mail. */
const ANSWER_MS_MAX = 5000

/** Signs in to the mail server without sending anything; the error is what it said. */
export async function reachMailServer(url: string): Promise<Result<void, string>> {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: ANSWER_MS_MAX,
    greetingTimeout: ANSWER_MS_MAX,
    socketTimeout: ANSWER_MS_MAX,
  })
  try {
    await transport.verify()
    return ok()
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  } finally {
    transport.close()
  }
}
