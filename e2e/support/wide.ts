/** What stands on the longest line of a paragraph is at most about 100 (`max-w-prose`); much more is hard to follow (WCAG 1.4.8). */
export const LINE_CHARACTERS_MAX = 110

export type WideFacts = { overhang: number; left: number; longLines: string[] }

/** Runs in the page: how far it sticks out to the side, where its text begins, and which lines have more than so many characters. */
export function wideFacts(charactersMax: number): WideFacts {
  const { scrollWidth, clientWidth } = document.documentElement
  const facts: WideFacts = { overhang: scrollWidth - clientWidth, left: clientWidth, longLines: [] }
  const main = document.querySelector('main') ?? document.body
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const words = text.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    if (!words || !text.parentElement?.checkVisibility() || text.parentElement.closest('pre, .sr-only'))
      continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const lines = [...range.getClientRects()]
    const longest = Math.max(...lines.map(({ width }) => width))
    const share = longest / lines.reduce((sum, { width }) => sum + width, 0)
    facts.left = Math.min(facts.left, ...lines.map(({ left }) => left))
    if (words.length * share > charactersMax) facts.longLines.push(words)
  }
  return facts
}
