import { watchPresence } from './presence.ts'

/** What the page is told: see lib/live/model.ts. */
type Ears = { onHint: (about: string) => void; onUnread: (unread: number) => void; onSignedOut: () => void }

const PAUSE_MS = { first: 2000, max: 60_000 }

/**
 * Hears the stream of hints while somebody looks at the page: browsers keep few connections to one place. Opened again, it tells what
 * has happened since. `since` is when the page was last drawn (the server's milliseconds).
 */
export function hearLive(address: string, since: () => number, ears: Ears): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pauseMs = PAUSE_MS.first
  let heardAt = 0
  let isOver = false

  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }
  const onEvent = (event: Event) => {
    const { type, data, lastEventId } = event as MessageEvent<string>
    heardAt = Number(lastEventId)
    if (type === 'hint') ears.onHint(data)
    else if (type === 'unread') ears.onUnread(Number(data))
    else {
      close()
      isOver = data === 'signed-out'
      if (isOver) ears.onSignedOut()
    }
  }
  // Where it is not closed for good, the browser asks again by itself.
  const onError = () => {
    if (source?.readyState !== EventSource.CLOSED) return
    close()
    timer = setTimeout(open, pauseMs)
    pauseMs = Math.min(pauseMs * 2, PAUSE_MS.max)
  }
  function open(): void {
    clearTimeout(timer)
    if (source || isOver) return
    source = new EventSource(`${address}?since=${Math.max(since(), heardAt)}`)
    for (const type of ['hint', 'unread', 'over']) source.addEventListener(type, onEvent)
    source.onopen = () => {
      pauseMs = PAUSE_MS.first
    }
    source.onerror = onError
  }

  const stopWatching = watchPresence({ here: open, away: close })
  return () => {
    stopWatching()
    close()
    isOver = true
  }
}
