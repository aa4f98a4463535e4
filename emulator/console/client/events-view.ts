import { attempt, control } from './control.ts'
import { button, el, fill, idLink, link, moment, row, table } from './dom.ts'

interface AttemptLine {
  endpoint: string
  url: string
  at: number
  ms: number
  status: number | null
  error: string | null
  body: string
  outcome: 'delivered' | 'failed' | 'dropped'
}
interface EventLine {
  id: string
  type: string
  created: number
  account: string
  about: string | null
  pending: number
  gaveUp: boolean
  attempts: AttemptLine[]
}

const HEADS = ['Event', 'About', 'Created', 'Delivery', '']

/** The newest events with what became of their deliveries. */
export async function eventsView(place: HTMLElement): Promise<void> {
  const { data } = await control<{ data: EventLine[] }>('GET', 'events')
  const empty = el('p', { class: 'empty' }, 'Nothing has happened yet.')
  fill(
    place,
    el('h2', {}, 'Events'),
    data.length === 0 ? empty : table(HEADS, data.map(line)),
    data.length === 0 ? null : el('p', { class: 'more' }, link('kind/event', 'All events')),
  )
}

function line(event: EventLine): HTMLElement {
  const name = el('a', { href: `#/object/${encodeURIComponent(event.id)}` }, event.type)
  const about = el('span', { class: 'row' }, idLink(event.about), account(event.account))
  const again = button('Send again', `again ${event.id}`, () =>
    attempt(async () => {
      const { deliveries } = await control<{ deliveries: number }>('POST', 'webhooks/replay', {
        event: event.id,
      })
      return deliveries === 0
        ? 'No endpoint listens to this event.'
        : `On its way to ${deliveries} endpoints.`
    }),
  )
  again.setAttribute('aria-label', `Send again: ${event.type} ${event.id}`)
  return row([], name, about, el('time', {}, moment(event.created)), deliveryOf(event), again)
}

function account(id: string): HTMLElement | null {
  return id.includes('LocalPlatform') ? null : el('span', { class: 'quiet' }, 'on ', idLink(id))
}

function deliveryOf(event: EventLine): HTMLElement {
  const { attempts } = event
  const waiting = event.pending > 0 ? `${event.pending} waiting` : ''
  if (attempts.length === 0) return el('span', { class: 'quiet' }, waiting || 'No endpoint listens')
  const failed = attempts.filter(one => one.outcome !== 'delivered').length
  const sum = [`${attempts.length - failed} delivered`, failed ? `${failed} failed` : '', waiting]
  const tone = event.gaveUp || failed > 0 ? 'warn' : 'good'
  const title = el('summary', { class: tone }, sum.filter(part => part !== '').join(', '))
  return el(
    'details',
    { 'data-key': event.id },
    title,
    el('ul', { class: 'list' }, ...attempts.map(attemptLine)),
  )
}

function attemptLine(one: AttemptLine): HTMLElement {
  const told = one.status === null ? (one.error ?? one.outcome) : `status ${one.status}`
  const text = `${moment(one.at)} · ${one.url} · ${told} · ${one.ms} ms`
  const excerpt = one.body === '' ? null : el('pre', {}, one.body)
  return el('li', { class: one.outcome === 'delivered' ? 'good' : 'bad' }, text, excerpt)
}
