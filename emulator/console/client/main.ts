import { clockButtons, showClock } from './clock-bar.ts'
import { control, type Live } from './control.ts'
import { el, fill } from './dom.ts'
import { eventsView } from './events-view.ts'
import { faultsView } from './faults-view.ts'
import { balancesView, kindsView, kindView, objectView } from './objects-view.ts'
import { requestsView, requestView } from './requests-view.ts'

const VIEWS: [route: string, text: string][] = [
  ['requests', 'Requests'],
  ['objects', 'Objects'],
  ['events', 'Events'],
  ['balances', 'Balances'],
  ['faults', 'Faults and webhooks'],
]
const PAUSE_MS = 700

let main: HTMLElement
let onLive: ((live: Live) => void) | null = null
let redraw: (() => Promise<void>) | null = null
let seen = -1
let version = -1

/** Which view an address is, and what is drawn again when something changed. */
async function open(): Promise<void> {
  const [view = 'requests', encoded = ''] = location.hash.replace(/^#\//, '').split('/')
  const id = decodeURIComponent(encoded)
  const known = VIEWS.some(([route]) => route === view) || view === 'kind' || view === 'object'
  onLive = null
  redraw = null
  seen = -1
  if (!known || (view === 'requests' && id === '')) onLive = requestsView(main)
  else if (view === 'faults') onLive = faultsView(main)
  else if (view === 'requests') await requestView(main, id)
  else if (view === 'kind') await kindView(main, id)
  else {
    redraw = () =>
      view === 'objects'
        ? kindsView(main)
        : view === 'events'
          ? eventsView(main)
          : view === 'balances'
            ? balancesView(main)
            : objectView(main, id)
    await redraw()
  }
}

function markView() {
  const view = location.hash.replace(/^#\//, '').split('/')[0] || 'requests'
  const owner = view === 'kind' || view === 'object' ? 'objects' : view
  for (const one of document.querySelectorAll('#views a')) {
    if (one.getAttribute('href') === `#/${owner}`) one.setAttribute('aria-current', 'page')
    else one.removeAttribute('aria-current')
  }
}

async function show() {
  markView()
  try {
    await open()
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    fill(main, el('p', { class: 'empty' }, text))
  }
  await look()
}

/** Asks what is new, and shows it. */
async function look() {
  const state = document.getElementById('state')
  const live = await control<Live>('GET', `live?after=${Math.max(seen, 0)}`)
  showClock(live)
  onLive?.(live)
  seen = live.seq
  if (live.version !== version) await redraw?.()
  version = live.version
  if (state) state.textContent = 'Live'
}

async function follow() {
  try {
    if (!document.hidden) await look()
  } catch {
    const state = document.getElementById('state')
    if (state) state.textContent = 'Not reachable. Trying again…'
  }
  setTimeout(() => void follow(), PAUSE_MS)
}

function start() {
  const [place, views, jumps] = ['main', 'views', 'jumps'].map(id => document.getElementById(id))
  if (!place || !views || !jumps) return
  main = place
  fill(views, ...VIEWS.map(([route, text]) => el('a', { href: `#/${route}` }, text)))
  clockButtons(jumps)
  addEventListener('hashchange', () => void show())
  void show().catch(() => undefined)
  void follow()
}

start()
