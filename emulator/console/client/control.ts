/** A request as the list shows it. */
export interface RequestLine {
  seq: number
  at: number
  method: string
  path: string
  status: number
  ms: number
  requestId: string | null
  idempotencyKey: string | null
  account: string | null
  isReplay: boolean
  fault: string | null
}

/** A fault that is on. */
export interface FaultLine {
  id: number
  method: string
  path: string
  kind: string
  count: number | null
  probability: number
  seed: number
  struck: number
}

/** What the page asks for again and again. */
export interface Live {
  now: number
  offset: number
  seq: number
  version: number
  requests: RequestLine[]
  webhooks: Record<string, number | boolean | null>
  faults: FaultLine[]
}

/** A call of `/_control`. @throws Error with control's own sentence. */
export async function control<T>(method: string, path: string, body?: object): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  const init = body ? { method, headers, body: JSON.stringify(body) } : { method }
  const answer = await fetch(`/_control/${path}`, init)
  const value = (await answer.json()) as T & { error?: string }
  if (!answer.ok) throw new Error(value.error ?? `Status ${answer.status}`)
  return value
}

/** Says something at the foot of the page for a while. */
export function tell(text: string): void {
  const place = document.getElementById('told')
  if (!place) return
  place.textContent = text
  setTimeout(() => {
    if (place.textContent === text) place.textContent = ''
  }, 6000)
}

/** Runs something a person asked for; what goes wrong is told. */
export async function attempt(work: () => Promise<string>): Promise<void> {
  try {
    tell(await work())
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error))
  }
}
