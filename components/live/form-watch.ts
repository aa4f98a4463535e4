/** Knows whether drawing the page anew could take something from the person: words half typed, a form on its way, Stripe's own form. */
export type FormWatch = { isBusy: () => boolean; isSending: () => boolean; stop: () => void }

/** A dialog that asks something, a form that is being sent or agrees to what is read, and a frame, into which nobody can look. */
const IN_USE = 'main dialog[open], form[aria-busy="true"], form[data-keep], main iframe'

/** Watches what is typed and chosen on the page; a form that was sent or emptied is done with. Searches change nothing by being left. */
export function watchForms(): FormWatch {
  const touched = new Set<Element>()
  const ownerOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest('form, main') : null
  const touch = ({ target }: Event) => {
    const owner = ownerOf(target)
    if (owner && owner.getAttribute('role') !== 'search') touched.add(owner)
  }
  const forget = ({ target }: Event) => {
    if (target instanceof Element) touched.delete(target)
  }
  document.addEventListener('input', touch)
  document.addEventListener('reset', forget)
  return {
    isBusy() {
      for (const owner of touched) if (!owner.isConnected) touched.delete(owner)
      return touched.size > 0 || document.querySelector(IN_USE) !== null
    },
    isSending: () => document.querySelector('main [aria-busy="true"]') !== null,
    stop() {
      document.removeEventListener('input', touch)
      document.removeEventListener('reset', forget)
    },
  }
}
