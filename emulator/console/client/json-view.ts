import { el, idLink, isId } from './dom.ts'

/** JSON as text in which every id of an object is a link to it. */
export function jsonView(value: unknown): HTMLElement {
  const place = el('pre', {})
  write(place, value, '')
  return place
}

function write(place: HTMLElement, value: unknown, indent: string) {
  if (typeof value === 'string' && isId(value)) return place.append('"', idLink(value), '"')
  if (typeof value !== 'object' || value === null) return place.append(JSON.stringify(value) ?? 'undefined')
  const isList = Array.isArray(value)
  const entries = Object.entries(value)
  if (entries.length === 0) return place.append(isList ? '[]' : '{}')
  const inner = `${indent}  `
  place.append(isList ? '[' : '{')
  entries.forEach(([name, item], index) => {
    place.append(`${index === 0 ? '' : ','}\n${inner}`)
    if (!isList) place.append(`${JSON.stringify(name)}: `)
    write(place, item, inner)
  })
  place.append(`\n${indent}${isList ? ']' : '}'}`)
}
