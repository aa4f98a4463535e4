/** Something the person at the keyboard can put right. The message is the one sentence that is shown; no stack. */
export class Refusal extends Error {}

/** The exit code of a program of ours whose last line is such a sentence. */
export const REFUSED = 2

/** The message of anything thrown, on one line. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.trim().split('\n')[0] ?? ''
}
