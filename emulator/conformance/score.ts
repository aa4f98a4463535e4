import type { Verdict } from './compare.ts'

type Aspect = 'status' | 'error' | 'money' | 'shape'

/** Of how many steps an aspect was compared, and in how many it matched. */
export type Count = { matched: number; compared: number }

/** What a file of recordings comes to. */
export class Score {
  readonly counts: Record<Aspect, Count> = {
    status: { matched: 0, compared: 0 },
    error: { matched: 0, compared: 0 },
    money: { matched: 0, compared: 0 },
    shape: { matched: 0, compared: 0 },
  }
  /** Steps that were not compared, by reason. */
  readonly left = new Map<string, number>()
  readonly differences: string[] = []

  add(where: string, verdict: Verdict): void {
    for (const aspect of Object.keys(this.counts) as Aspect[]) {
      const matches = verdict[aspect]
      if (matches === null) continue
      this.counts[aspect].compared += 1
      if (matches) this.counts[aspect].matched += 1
    }
    if (verdict.differences.length > 0)
      this.differences.push(`${where}\n    ${verdict.differences.slice(0, 6).join('\n    ')}`)
  }

  leave(reason: string): void {
    this.left.set(reason, (this.left.get(reason) ?? 0) + 1)
  }

  share(aspect: Aspect): number {
    const { matched, compared } = this.counts[aspect]
    return compared === 0 ? 1 : matched / compared
  }
}

/** What to reach, in all files together. */
export const TARGETS: Partial<Record<Aspect, number>> = { status: 0.97, error: 0.95, money: 1 }
