/** `a, b, or c`, as Stripe's messages have it. */
export function sentenceList(words: readonly string[]): string {
  if (words.length < 3) return words.join(' or ')
  return `${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`
}
