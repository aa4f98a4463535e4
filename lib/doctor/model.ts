/** What is looked at before money moves, in the order of the page. */
export const CHECKS = [
  'keys',
  'stripe',
  'clock',
  'database_account',
  'connect',
  'accounts',
  'charges',
  'countries',
  'descriptor',
  'endpoints',
  'events',
  'api_version',
  'secrets',
  'deliveries',
  'other_mode',
  'address',
  'mail',
  'migrations',
  'admins',
] as const
export type Check = (typeof CHECKS)[number]

/** `failed`: money cannot move as it should. `warning`: it can, and somebody should look. `unknown`: could not be looked at. */
export type FindingState = 'ok' | 'warning' | 'failed' | 'unknown'

/** What was found. `text` is a message made by `message()`: how it is, and what to do; `link` is where it is done. */
export type Finding = { check: Check; state: FindingState; text: string; link?: string }

/** The worst of what was found: what the command ends with. */
export function worstOf(findings: Finding[]): FindingState {
  const order: FindingState[] = ['failed', 'unknown', 'warning', 'ok']
  return order.find(state => findings.some(finding => finding.state === state)) ?? 'ok'
}
