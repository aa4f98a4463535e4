/** The middle of some measurements; of an even number, the lower of the two in the middle. */
export function median(values: number[]): number {
  return percentile(values, 0.5)
}

/** The smallest of some measurements that at least this share of them does not exceed; 0 of none. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

/** One figure for each round, as the middle one with the least and the greatest: `3.1 (2.8 to 4.0)`. */
export function spread(perRound: number[], digits = 1): string {
  const [least, most] = [Math.min(...perRound), Math.max(...perRound)]
  return `${median(perRound).toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`
}

/** One line of a report: what, a figure with its spread, and its unit. */
export function tell(what: string, perRound: number[], unit: string, digits = 1): void {
  process.stdout.write(`${what.padEnd(58)}${spread(perRound, digits).padStart(26)} ${unit}\n`)
}

/** The same places of two lists, divided: figures of one round are compared with each other and with no other round's. */
export function ratios(perRound: number[], floorPerRound: number[]): number[] {
  return perRound.map((value, round) => value / (floorPerRound[round] ?? Number.NaN))
}
