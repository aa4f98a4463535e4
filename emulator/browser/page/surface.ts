/**
 * The colour painted behind a node: the nearest opaque background up the tree, white when there is none.
 * A frame paints it too, so that its text stands on a known ground whatever the theme.
 */
export function surfaceBehind(node: Element): string {
  for (let at: Element | null = node; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor
    if (!/^(transparent|rgba\(.*,\s*0(\.\d+)?\)|.*\/\s*0?(\.\d+)?\))$/.test(colour)) return colour
  }
  return '#ffffff'
}

/** Calls back when the page's own look may have changed (a theme class on the root, the system's scheme). */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  const attributeFilter = ['class', 'style', 'data-theme', 'data-mode']
  observer.observe(document.documentElement, { attributes: true, attributeFilter })
  observer.observe(document.body, { attributes: true, attributeFilter })
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    scheme.removeEventListener('change', changed)
  }
}
