/** A step of what was taken back of something: the running total before and after it, of the whole. */
export interface Step {
  before: number
  after: number
  total: number
}

/**
 * The part of `whole` that a step carries. It is the difference of two shares rounded half up, so that the
 * parts of all steps add up to the whole, whatever the steps were.
 */
export function shareOf(whole: number, step: Step): number {
  return roundedShare(whole, step.after, step.total) - roundedShare(whole, step.before, step.total)
}

function roundedShare(whole: number, part: number, total: number): number {
  return Number((2n * BigInt(whole) * BigInt(part) + BigInt(total)) / (2n * BigInt(total)))
}
