/** An expected outcome is a value: the caller must look at `ok` before it can use either side. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

export function ok(): { ok: true; value: undefined }
export function ok<T>(value: T): { ok: true; value: T }
export function ok<T>(value?: T) {
  return { ok: true, value }
}

export function fail<E>(error: E): { ok: false; error: E } {
  return { ok: false, error }
}

/** What every domain's `model.ts` says of each of its error codes: the HTTP status and one sentence for the person. */
export type ErrorTable<Code extends string> = Record<Code, { status: number; message: string }>

/** For what only a bug can break. Throws; one place logs it with a reference. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${why}`)
}
