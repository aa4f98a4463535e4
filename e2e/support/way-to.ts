/**
 * Runs in the page: how often Tab is to be pressed (below zero: Shift+Tab) to come from where the focus is to what
 * operates an element; 0 when it is there. A label is operated by its control, and radios of a group are one stop.
 * Only an estimate, such as at the parts of a date, so whoever walks asks again on the way. `undefined` where the focus is
 * outside of the frame. `onward` is the way that was gone last, 1 or -1: beyond the last and before the first control the focus may be at
 * no element, as in a browser's own buttons.
 */
export function wayTo(element: Element, onward: number): number | undefined {
  if (window !== window.top && !document.hasFocus()) return undefined
  const CONTROLS = 'a[href], button, input, select, textarea, summary'
  const active = document.activeElement ?? document.body
  const control = element.closest(CONTROLS) ?? element.closest('label')?.control ?? element
  const isRadio = (one: Element): one is HTMLInputElement =>
    one instanceof HTMLInputElement && one.type === 'radio'
  const areOneStop = (one: Element, other: Element) =>
    isRadio(one) && isRadio(other) && one.name === other.name && one.form === other.form
  if (active === control || areOneStop(active, control)) return 0

  const scope = [...document.querySelectorAll(':modal')].at(-1) ?? document
  const all = [...scope.querySelectorAll<HTMLElement>(`${CONTROLS}, iframe, [tabindex]`)]
  const stopOf = (one: Element) => {
    if (!isRadio(one)) return one
    const group = all.filter(other => areOneStop(one, other))
    return group.find(other => isRadio(other) && other.checked) ?? group[0] ?? one
  }
  const isStop = (one: HTMLElement) =>
    one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true })
  const goal = stopOf(control)
  const stops: Element[] = all.filter(one => one === goal || (isStop(one) && stopOf(one) === one))
  const [from, to] = [stops.indexOf(active), stops.indexOf(goal)]
  // From nowhere, and to what Tab may never come to, one step at a time.
  if (from < 0 || to < 0) return onward
  const ahead = to - from
  // What is in a frame stops Tab too.
  if (active instanceof HTMLIFrameElement) return Math.sign(ahead)
  // Tab comes round: after the last is the first again.
  return Math.abs(ahead) * 2 > stops.length ? ahead - Math.sign(ahead) * stops.length : ahead
}
