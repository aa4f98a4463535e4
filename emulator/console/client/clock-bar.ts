import { attempt, control, type Live } from './control.ts'
import { button, el, fill, moment } from './dom.ts'

const JUMPS: [text: string, seconds: number][] = [
  ['+1 hour', 3600],
  ['+1 day', 86_400],
  ['+2 days', 172_800],
  ['+7 days', 604_800],
]

/** The buttons that move the clock. */
export function clockButtons(place: HTMLElement): void {
  const hours = el('input', {
    type: 'number',
    min: '0',
    step: 'any',
    'aria-label': 'Hours',
    placeholder: 'hours',
  })
  const jumps = JUMPS.map(([text, seconds]) => button(text, text, () => advance(seconds)))
  const custom = button('Move', 'custom', () =>
    advance(Math.round(Number((hours as HTMLInputElement).value) * 3600)),
  )
  fill(place, ...jumps, hours, custom)
}

function advance(seconds: number): Promise<void> {
  return attempt(async () => {
    const { now } = await control<{ now: number }>('POST', 'clock/advance', { seconds })
    return `It is now ${moment(now)} UTC. What fell due has happened.`
  })
}

/** Shows the emulator's time, and how far it is ahead of the real one. */
export function showClock(live: Live): void {
  const now = document.getElementById('now')
  const offset = document.getElementById('offset')
  if (now) now.textContent = `${moment(live.now)} UTC`
  const days = Math.floor(live.offset / 86_400)
  const hours = Math.floor((live.offset % 86_400) / 3600)
  const minutes = Math.floor((live.offset % 3600) / 60)
  const parts = [
    days > 0 ? `${days} d` : '',
    hours > 0 ? `${hours} h` : '',
    minutes > 0 ? `${minutes} min` : '',
  ]
  const ahead = parts.filter(part => part !== '').join(' ') || `${live.offset} s`
  if (offset) offset.textContent = live.offset === 0 ? 'real time' : `${ahead} ahead`
}
