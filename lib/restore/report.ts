/** What could not be put back as it was: about what, why, and what to do about it. */
export type Finding = { subject: string; problem: string; proposal: string }

/** What a restore has made again, counted by kind, and what it could not. */
export class Report {
  readonly made = new Map<string, number>()
  readonly findings: Finding[] = []

  count(kind: string): void {
    this.made.set(kind, (this.made.get(kind) ?? 0) + 1)
  }

  find(subject: string, problem: string, proposal: string): void {
    this.findings.push({ subject, problem, proposal })
  }
}
