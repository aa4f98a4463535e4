import { type ClassValue, clsx } from 'clsx'

/** What a class sets, and what else a later one of it takes away: only what our classes are joined of. `scripts/checks/class-names.test.ts` compares. */
const TAKES: Record<string, readonly string[]> = {
  size: ['size', 'h', 'w'],
  p: ['p', 'px', 'py', 'pt', 'pr', 'pb', 'pl'],
  px: ['px', 'pr', 'pl'],
  py: ['py', 'pt', 'pb'],
  m: ['m', 'mx', 'my', 'mt', 'mr', 'mb', 'ml'],
  mx: ['mx', 'mr', 'ml'],
  my: ['my', 'mt', 'mb'],
  gap: ['gap', 'gap-x', 'gap-y'],
  flex: ['flex', 'basis', 'grow', 'shrink'],
  border: ['border', 'border-t', 'border-b', 'border-l', 'border-r'],
}

const KINDS: [kind: string | null, pattern: RegExp][] = [
  ['display', /^(?:hidden|block|contents|(?:inline-)?(?:inline|block|flex|grid))$/],
  ['position', /^(?:static|fixed|absolute|relative|sticky)$/],
  ['text-size', /^text-(?:xs|sm|base|lg|\d?xl|\[[\d.]+r?em\])$/],
  ['text-align', /^text-(?:left|right|center|start|end)$/],
  ['text-wrap', /^text-(?:balance|wrap|nowrap|pretty)$/],
  ['text-color', /^text-/],
  ['weight', /^font-(?:normal|medium|semibold|bold)$/],
  ['border', /^border(?:-\d)?$/],
  [null, /^(border-[tblr])(?:-\d)?$/],
  ['flex', /^flex-\d$/],
  [null, /^(basis|grow|shrink)(?:-|$)/],
  ['border-color', /^border-(?![xytrblse]\b|transparent-|collapse|dashed|dotted)/],
  ['columns', /^grid-cols-/],
  [
    null,
    /^(size|min-h|min-w|max-h|max-w|gap-x|gap-y|gap|h|w|p[xytrbl]?|m[xytrbl]?|bg|rounded|shadow|items|self|justify-self|justify|content|whitespace|underline-offset|decoration|col-span|animate|align|break|flex-col|z|duration|opacity|fill|stroke|max-xs)(?=-)/,
  ],
]

function kindOf(utility: string): string {
  const bare = utility.replace(/^-/, '')
  for (const [kind, pattern] of KINDS) {
    const found = pattern.exec(bare)
    if (found) return kind ?? found[1] ?? bare
  }
  return bare
}

/**
 * Joins class names; of two Tailwind classes for the same property, the later wins, whichever of them comes later in the style sheet.
 * tailwind-merge knows every class that there can be, and is as large as all else that a list needs in the browser.
 */
export function cn(...classes: ClassValue[]): string {
  const taken = new Set<string>()
  const kept: string[] = []
  for (const name of clsx(classes).split(' ').filter(Boolean).reverse()) {
    const at = name.lastIndexOf(':') + 1
    const kind = kindOf(name.slice(at))
    const variants = name.slice(0, at)
    if (taken.has(variants + kind)) continue
    for (const other of TAKES[kind] ?? [kind]) taken.add(variants + other)
    kept.push(name)
  }
  return kept.reverse().join(' ')
}
