const HIDDEN_MS = 5000
const CHECK_MS = 60_000
/** A page that nobody touches does not keep asking: what it asks would keep its session alive. */
const LEFT_ALONE_MS = 30 * 60_000
const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const

type Ears = { here: () => void; away: () => void }

/** Tells whether somebody looks at the page: `away` when it was hidden, closed or left alone, `here` as soon as they are back. */
export function watchPresence({ here, away }: Ears): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let aliveAt = Date.now()
  const look = () => {
    clearTimeout(timer)
    if (document.visibilityState === 'visible') here()
    else timer = setTimeout(away, HIDDEN_MS)
  }
  const live = () => {
    aliveAt = Date.now()
    if (document.visibilityState === 'visible') here()
  }
  const check = setInterval(() => {
    if (Date.now() - aliveAt > LEFT_ALONE_MS) away()
  }, CHECK_MS)

  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, live, { passive: true })
  document.addEventListener('visibilitychange', look)
  addEventListener('pagehide', away)
  addEventListener('pageshow', look)
  look()
  return () => {
    clearTimeout(timer)
    clearInterval(check)
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, live)
    document.removeEventListener('visibilitychange', look)
    removeEventListener('pagehide', away)
    removeEventListener('pageshow', look)
  }
}
