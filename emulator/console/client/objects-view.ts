import { control } from './control.ts'
import { button, el, fill, idLink, link, moment, row, table } from './dom.ts'
import { jsonView } from './json-view.ts'
import { money } from './money.ts'

interface ObjectLine {
  id: string
  account: string
  created?: number
  status?: string
  amount?: number
  currency?: string
  name?: string
  type?: string
}
interface Page {
  data: ObjectLine[]
  next: number | null
}

/** How many objects there are of each kind. */
export async function kindsView(place: HTMLElement): Promise<void> {
  const { kinds } = await control<{ kinds: Record<string, number> }>('GET', 'objects')
  const items = Object.entries(kinds).map(([kind, count]) =>
    el('li', {}, el('a', { href: `#/kind/${kind}` }, kind, el('span', {}, String(count)))),
  )
  const empty = el('p', { class: 'empty' }, 'Nothing has been made yet.')
  fill(
    place,
    el('h2', {}, 'Objects'),
    items.length === 0 ? empty : el('ul', { class: 'list kinds' }, ...items),
  )
}

/** The objects of one kind, newest first, page after page. */
export async function kindView(place: HTMLElement, kind: string): Promise<void> {
  const body = table(['Id', 'What', 'Created', 'Account'], [])
  const more = el('p', {})
  const load = async (before: number | null) => {
    const query = before === null ? '' : `&before=${before}`
    const page = await control<Page>('GET', `objects?kind=${encodeURIComponent(kind)}${query}`)
    body.querySelector('tbody')?.append(...page.data.map(line))
    const { next } = page
    fill(more, next === null ? null : button('Show older', 'older', () => load(next)))
  }
  await load(null)
  const isEmpty = body.querySelector('tbody tr') === null
  const shown = isEmpty ? el('p', { class: 'empty' }, 'There is none of this kind.') : body
  fill(place, el('p', {}, link('objects', '← All kinds')), el('h2', {}, kind), shown, more)
}

function line(one: ObjectLine): HTMLElement {
  const { amount, currency } = one
  const sum =
    amount === undefined || !currency ? amount : `${money(amount, currency)} ${currency.toUpperCase()}`
  const what = [one.name, one.type, sum, one.status].filter(part => part).join(' · ')
  const created = one.created === undefined ? '' : el('time', {}, moment(one.created))
  return row(
    ['', '', '', 'Account'],
    link(`object/${encodeURIComponent(one.id)}`, one.id),
    what,
    created,
    idLink(one.account),
  )
}

/** One object as it is now. */
export async function objectView(place: HTMLElement, id: string): Promise<void> {
  const found = await control<{ kind: string; account: string; object: unknown }>(
    'GET',
    `objects/${encodeURIComponent(id)}`,
  )
  fill(
    place,
    el('p', {}, link(`kind/${found.kind}`, `← ${found.kind}`)),
    el('h2', {}, id),
    el('p', {}, 'On account ', idLink(found.account)),
    el('div', { class: 'panel' }, jsonView(found.object)),
  )
}

interface BalanceLine {
  account: string
  currency: string
  available: number
  pending: number
}

/** What every account has. */
export async function balancesView(place: HTMLElement): Promise<void> {
  const { balances } = await control<{ balances: BalanceLine[] }>('GET', 'balances')
  const rows = balances.map(one => {
    const amount = (minor: number) => el('span', { class: 'number' }, money(minor, one.currency))
    const cells = [
      idLink(one.account),
      one.currency.toUpperCase(),
      amount(one.available),
      amount(one.pending),
    ]
    return row(['', '', 'Available', 'Pending'], ...cells)
  })
  fill(
    place,
    el('h2', {}, 'Balances'),
    rows.length === 0
      ? el('p', { class: 'empty' }, 'No money has moved yet.')
      : table(['Account', 'Currency', 'Available', 'Pending'], rows),
  )
}
