import { attempt, control, type FaultLine, type Live } from './control.ts'
import { button, el, field, fill, row, table } from './dom.ts'

const KINDS: [kind: string, text: string][] = [
  ['fail_before', '500, nothing done'],
  ['fail_stored', '500, kept under the idempotency key'],
  ['fail_after', '500 although it was done'],
  ['cut', 'Cut off in the middle of the answer'],
  ['hang', 'No answer'],
  ['rate_limit', '429'],
  ['slow', 'Slow'],
]

/** Faults and webhooks with their switches. */
export function faultsView(place: HTMLElement): (live: Live) => void {
  const faults = el('div', {})
  const switches = el('div', { class: 'row fields' })
  const waiting = el('p', { class: 'quiet' })
  fill(
    place,
    el('h2', {}, 'Faults'),
    el('section', { class: 'panel', 'aria-label': 'Faults' }, newFault(), faults),
    el('h2', {}, 'Webhooks'),
    el('section', { class: 'panel', 'aria-label': 'Webhooks' }, switches, waiting),
  )
  let shown = ''
  return live => {
    const { waiting: rest, retrying, ...tricks } = live.webhooks
    waiting.textContent = waitingText(Number(rest), Number(retrying))
    const now = JSON.stringify([live.faults, tricks])
    if (now === shown) return
    shown = now
    fill(
      faults,
      live.faults.length === 0 ? el('p', { class: 'quiet' }, 'No fault is on.') : faultTable(live.faults),
    )
    fill(switches, ...trickControls(tricks))
  }
}

function waitingText(waiting: number, retrying: number): string {
  if (waiting === 0) return 'Nothing waits to be sent.'
  const sentence = waiting === 1 ? '1 delivery waits' : `${waiting} deliveries wait`
  return retrying === 0 ? `${sentence}.` : `${sentence}, ${retrying} of them for another try.`
}

function newFault(): HTMLElement {
  const kind = el(
    'select',
    {},
    ...KINDS.map(([value, text]) => el('option', { value }, text)),
  ) as HTMLSelectElement
  const method = el('select', {}, ...['*', 'GET', 'POST', 'DELETE'].map(one => el('option', {}, one)))
  const path = el('input', { value: '/v1/', size: '26', spellcheck: 'false' })
  const count = el('input', { type: 'number', min: '1', value: '1' })
  const percent = el('input', { type: 'number', min: '0', max: '100', value: '100' })
  const seed = el('input', { type: 'number', min: '0', value: '1' })
  const inputValue = (input: HTMLElement) => (input as HTMLInputElement | HTMLSelectElement).value
  const add = button('Switch on', 'add fault', () =>
    attempt(async () => {
      await control('POST', 'faults', {
        kind: kind.value,
        method: inputValue(method),
        path: inputValue(path),
        count: inputValue(count) === '' ? null : Number(inputValue(count)),
        probability: Number(inputValue(percent)) / 100,
        seed: Number(inputValue(seed)),
      })
      return 'The fault is on.'
    }),
  )
  const fields = [
    field('What happens', kind),
    field('Method', method),
    field('Path: a prefix, or with :id', path),
    field('How often (empty: always)', count),
    field('Chance in %', percent),
    field('Seed', seed),
  ]
  return el('div', { class: 'row fields' }, ...fields, add)
}

function faultTable(faults: FaultLine[]): HTMLElement {
  const rows = faults.map(one => {
    const chance = one.probability < 1 ? `, chance ${one.probability * 100} % (seed ${one.seed})` : ''
    const left = one.count === null ? 'always' : one.count === 1 ? 'once more' : `${one.count} times more`
    const off = button('Switch off', `fault ${one.id}`, () =>
      attempt(async () => {
        await control('DELETE', `faults/${one.id}`)
        return 'The fault is off.'
      }),
    )
    return row([], `${one.method} ${one.path}`, one.kind, `${left}${chance}`, `struck ${one.struck}`, off)
  })
  return table(['Requests', 'Fault', 'When', 'So far', ''], rows)
}

function trickControls(tricks: Record<string, number | boolean | null>): HTMLElement[] {
  const set = (name: string, value: number | boolean | null) =>
    attempt(async () => {
      await control('POST', 'webhooks', { [name]: value })
      return 'Done.'
    })
  const check = (
    name: string,
    text: string,
    on: boolean,
    value: (on: boolean) => number | boolean | null,
  ) => {
    const box = el('input', { type: 'checkbox', 'data-key': name }) as HTMLInputElement
    box.checked = on
    box.addEventListener('change', () => void set(name, value(box.checked)))
    return el('label', { class: 'check' }, box, text)
  }
  const amount = (name: string, text: string) => {
    const box = el('input', { type: 'number', min: '0', value: String(tricks[name]), 'data-key': name })
    box.addEventListener('change', () => void set(name, Number((box as HTMLInputElement).value)))
    return field(text, box)
  }
  return [
    check('paused', 'Hold everything back', tricks.paused === true, on => on),
    check('reverse', 'Newest first', tricks.reverse === true, on => on),
    check('shuffle', 'Shuffle', tricks.shuffle !== null, on => (on ? 1 : null)),
    amount('duplicate', 'Send the next … twice'),
    amount('drop', 'Lose the next …'),
    amount('delay', 'Delay, seconds'),
  ]
}
