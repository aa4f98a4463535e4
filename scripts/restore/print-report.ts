import type { InvariantResult } from '#lib/ledger/invariants.ts'
import { type Difference, PROPOSALS } from '#lib/reconciliation/model.ts'
import type { Report } from '#lib/restore/report.ts'

/** What is nowhere but in the database, and so gone with it. */
const GONE = [
  'orders of which no money was ever held, and orders that were canceled before any was',
  'what was said and done on orders besides money: deliveries, requests for changes, notes, and who pressed what; a delivery has to be pressed again',
  'messages between the parties and the files that came with them, requests for offers and what was answered to them',
  'objections to recoveries and the answers to them; what an answer gave back is known to be given back',
  'listings that were made or changed, and which order was placed from one that was made then',
  'an order’s description beyond its first 500 characters',
  'passwords of people who signed up, changes of names, sessions, notifications and the audit log of that time',
  'consents to our terms and the list of documents of contractors who gave them then (the documents are with Stripe)',
  'which saved card is offered first, and what is to happen to a hold that ends, where that was chosen',
  'debts of contractors of which nothing was collected yet, except those that follow from a dispute',
  'renewals, refunds, recoveries and payouts that were asked for and that Stripe refused',
]

/** What was made again, what needs a person, and what is gone. */
export function printReport(report: Report, events: number): void {
  const made = [...report.made].map(([kind, count]) => `${count} ${kind}`)
  console.log(`Made again from Stripe: ${made.join(', ') || 'nothing'}. Events read again: ${events}.`)
  if (report.findings.length > 0) console.log('\nFor a person to look at:')
  for (const { subject, problem, proposal } of report.findings)
    console.log(`- ${subject}: ${problem}\n  ${proposal}`)
  console.log('\nGone, because Stripe was never told of it, if it happened in the lost time:')
  for (const one of GONE) console.log(`- ${one}`)
  console.log(
    '\nPeople may be told a second time, by mail too, of what happened to their money in the lost time.',
  )
}

/** How the books stand now. True when nothing is wrong. */
export function printVerdict(differences: Difference[], invariants: InvariantResult[]): boolean {
  console.log('')
  for (const one of differences) {
    const where = one.account || 'the platform'
    console.log(
      `${one.kind} ${one.subject} (${one.currency}) on ${where}: ledger ${one.ledgerAmount}, Stripe ${one.stripeAmount}\n  ${PROPOSALS[one.kind]}`,
    )
  }
  const broken = invariants.filter(({ breaches }) => breaches.length > 0)
  for (const { name, words, breaches } of broken)
    console.log(`BROKEN ${name}: ${breaches.map(({ id, detail }) => `${id} ${detail}`).join('; ')}. ${words}`)
  const held = invariants.length - broken.length
  console.log(
    `${differences.length} differences from Stripe; ${held} of ${invariants.length} invariants of the ledger hold.`,
  )
  return differences.length === 0 && broken.length === 0
}
