import { control, type Live, type RequestLine } from './control.ts'
import { el, fill, idLink, link, row, table } from './dom.ts'
import { jsonView } from './json-view.ts'

const HEADS = ['Time', 'Request', 'Status', 'Took', 'Account', 'Idempotency key']
const LABELS = ['', '', '', '', 'Account', 'Key']
const SHOWN = 300

/** The list of requests, newest first. New ones are put on top without touching the rest. */
export function requestsView(place: HTMLElement): (live: Live) => void {
  const rows = table(HEADS, [])
  const body = rows.querySelector('tbody')
  const example = `curl ${location.origin}/v1/customers -u sk_test_local: -d name=Ada`
  const empty = el(
    'p',
    { class: 'empty' },
    'No request yet. Point a Stripe client here, and it appears. For example: ',
    el('code', {}, example),
  )
  fill(place, el('h2', {}, 'Requests'), empty, rows)
  let seen = 0
  return live => {
    if (live.seq < seen) body?.replaceChildren()
    for (const request of live.requests) {
      if (request.seq > seen) body?.prepend(line(request))
    }
    seen = live.seq
    while (body && body.children.length > SHOWN) body.lastElementChild?.remove()
    empty.hidden = (body?.children.length ?? 0) > 0
    rows.hidden = !empty.hidden
  }
}

function line(request: RequestLine): HTMLElement {
  const time = new Date(request.at).toLocaleTimeString('en-GB')
  const asked = el('span', {}, el('strong', {}, request.method), ' ', request.path)
  const status = el(
    'span',
    { class: request.status < 400 ? 'good' : request.status < 500 ? 'warn' : 'bad' },
    String(request.status),
  )
  const marks = el(
    'span',
    { class: 'row' },
    status,
    tag(request.fault),
    tag(request.isReplay ? 'replay' : null),
  )
  const way = el('a', { href: `#/requests/${request.seq}` }, asked)
  const key = request.idempotencyKey === null ? '' : el('code', {}, request.idempotencyKey)
  return row(
    LABELS,
    el('time', {}, time),
    way,
    marks,
    el('span', { class: 'number' }, `${request.ms.toFixed(1)} ms`),
    idLink(request.account),
    key,
  )
}

function tag(text: string | null): HTMLElement | null {
  return text === null ? null : el('span', { class: 'tag warn' }, text)
}

/** One request: what was sent, and what was answered. */
export async function requestView(place: HTMLElement, seq: string): Promise<void> {
  const found = await control<RequestLine & { sent: string; answer: unknown }>('GET', `requests/${seq}`)
  const sent = found.sent
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => row([], ...pairOf(pair)))
  const facts = [
    ['Status', String(found.status)],
    ['Request id', found.requestId ?? ''],
    ['Idempotency key', found.idempotencyKey ?? ''],
    ['Fault', found.fault ?? ''],
  ].filter(([, value]) => value !== '')
  fill(
    place,
    el('p', {}, link('requests', '← All requests')),
    el('h2', {}, `${found.method} ${found.path}`),
    el('ul', { class: 'list' }, ...facts.map(([name, value]) => el('li', {}, `${name}: ${value}`))),
    found.account === null ? null : el('p', {}, 'Account: ', idLink(found.account)),
    el('h3', {}, 'Sent'),
    sent.length === 0 ? el('p', { class: 'quiet' }, 'Nothing.') : table(['Name', 'Value'], sent),
    el('h3', {}, 'Answered'),
    el('div', { class: 'panel' }, jsonView(found.answer)),
  )
}

function pairOf(pair: string): (HTMLElement | string)[] {
  const [name = '', ...rest] = pair.split('=')
  return [el('code', {}, readable(name)), idLink(readable(rest.join('=')))]
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
