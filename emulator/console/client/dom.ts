type Child = Node | string | null

/**
 * Makes an element. Everything that came from outside goes in as text or as an attribute's value: nothing is ever
 * parsed as HTML.
 */
export function el(tag: string, attributes: Record<string, string>, ...children: Child[]): HTMLElement {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter(child => child !== null))
  return made
}

/** A link to a view of this page. */
export function link(route: string, text: string): HTMLElement {
  return el('a', { href: `#/${route}` }, text)
}

/** A link to an object, if the text looks like the id of one. */
export function idLink(id: string | null): HTMLElement | string {
  return id !== null && isId(id) ? link(`object/${encodeURIComponent(id)}`, id) : (id ?? '')
}

/** Whether a text has the form of an object's id: its random part is no word, unlike that of `card_declined`. */
export function isId(text: string): boolean {
  return /^[a-z]{2,12}_(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{8,}$/.test(text)
}

/** A button. While its work runs it is off, so that one press is one deed. `key` finds it again after a refresh. */
export function button(text: string, key: string, work: () => Promise<void>): HTMLElement {
  const made = el('button', { type: 'button', 'data-key': key }, text)
  made.addEventListener('click', async () => {
    made.setAttribute('disabled', '')
    try {
      await work()
    } finally {
      made.removeAttribute('disabled')
      if (document.activeElement === document.body) made.focus()
    }
  })
  return made
}

/** A labelled field. */
export function field(label: string, input: HTMLElement): HTMLElement {
  return el('label', { class: 'field' }, el('span', {}, label), input)
}

/** Unix seconds as `2026-11-23 03:00:00` (UTC). */
export function moment(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

/** A table; each row is a list of cells. On a phone its rows become blocks, with the heads as labels. */
export function table(heads: string[], rows: HTMLElement[]): HTMLElement {
  const head = el('tr', {}, ...heads.map(text => el('th', { scope: 'col' }, text)))
  return el(
    'div',
    { class: 'scroll' },
    el('table', { class: 'cards' }, el('thead', {}, head), el('tbody', {}, ...rows)),
  )
}

/** A row of a table. `labels` are shown before the cells on a phone; '' for none. */
export function row(labels: string[], ...cells: Child[]): HTMLElement {
  const made = cells.map((cell, index) => {
    const label = labels[index] ?? ''
    return el('td', label === '' ? {} : { 'data-label': label }, cell ?? '')
  })
  return el('tr', {}, ...made)
}

/** Fills a place, and gives the focus back to what has the same `data-key` or address as what had it before. */
export function fill(place: HTMLElement, ...content: Child[]): void {
  const active = place.contains(document.activeElement) ? document.activeElement : null
  const key = active?.getAttribute('data-key')
  const href = active?.getAttribute('href')
  const open = [...place.querySelectorAll('details[open]')].map(one => one.getAttribute('data-key'))
  place.replaceChildren(...content.filter(child => child !== null))
  for (const one of place.querySelectorAll('details')) {
    if (open.includes(one.getAttribute('data-key'))) one.setAttribute('open', '')
  }
  if (!active) return
  for (const one of place.querySelectorAll<HTMLElement>('button, a, input')) {
    const same = key ? one.getAttribute('data-key') === key : href && one.getAttribute('href') === href
    if (same) {
      one.focus()
      return
    }
  }
}
