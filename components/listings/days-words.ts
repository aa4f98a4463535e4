/** `1 day`, `5 days`. */
export function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
