/** The rows of one change come one after another; what comes thick and fast is shown once a second. */
const TOGETHER_MS = 20
const PACE = { ms: 1000, times: 15, withinMs: 5000 }
const LOOK_AGAIN_MS = 1000

type Page = {
  /** Whether drawing now could take something from the person. */
  isBusy: () => boolean
  /** Whether that is because something is on its way to us, whose answer brings the news itself. */
  isSending: () => boolean
  isDrawing: () => boolean
  draw: () => void
  /** Says that the page has news which it does not show yet, or no longer so. */
  tell: (hasNews: boolean) => void
}

export type Redraws = { ask: () => void; now: () => void; stop: () => void }

/** Has the page drawn anew soon after it is asked for: once for many, and not while somebody is in the middle of something. */
export function redraws({ isBusy, isSending, isDrawing, draw, tell }: Page): Redraws {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDue = false
  let lately: number[] = []

  const now = () => {
    clearTimeout(timer)
    isDue = false
    lately.push(Date.now())
    tell(false)
    draw()
  }
  /** What comes while a form is on its way is most often what the form itself did: only whoever is busy for longer is told. */
  const look = (isLater: boolean) => {
    if (isBusy()) {
      if (isLater && !isSending()) tell(true)
      timer = setTimeout(look, LOOK_AGAIN_MS, true)
    } else if (isDrawing()) timer = setTimeout(look, TOGETHER_MS, isLater)
    else now()
  }
  return {
    ask() {
      if (isDue) return
      isDue = true
      lately = lately.filter(at => at > Date.now() - PACE.withinMs)
      timer = setTimeout(look, lately.length < PACE.times ? TOGETHER_MS : PACE.ms, false)
    },
    now,
    stop: () => clearTimeout(timer),
  }
}
