import { forgetAccountMails } from '../account-mails/forget-account-mails.ts'
import { sendAccountMail } from '../account-mails/send-account-mail.ts'
import { sealAuditEvents } from '../audit/seal-audit-events.ts'
import { createCustomer } from '../cards/create-customer.ts'
import { deleteCustomer } from '../cards/delete-customer.ts'
import { detachDuplicateCard } from '../cards/detach-duplicate-card.ts'
import { detachRemovedCard } from '../cards/detach-removed-card.ts'
import { sendDefaultCard } from '../cards/send-default-card.ts'
import { syncCardSetup } from '../cards/sync-card-setup.ts'
import { warnOfExpiringCards } from '../cards/warn-of-expiring-cards.ts'
import { resumeEvidence } from '../disputes/continue-evidence.ts'
import { syncDispute } from '../disputes/sync-dispute.ts'
import { syncDisputes } from '../disputes/sync-disputes.ts'
import { syncFraudWarnings } from '../fraud-warnings/sync-fraud-warnings.ts'
import { checkLedger } from '../ledger-checks/check-ledger.ts'
import { sendMail } from '../notifications/send-mail.ts'
import { createAccount } from '../onboarding/create-account.ts'
import { syncAccountOf } from '../onboarding/sync-account.ts'
import { decideHolds } from '../payments/decide-holds.ts'
import { remindOfApprovals } from '../payments/remind-of-approvals.ts'
import { remindOfAuthentication } from '../payments/remind-of-authentication.ts'
import { remindOfHolds } from '../payments/remind-of-holds.ts'
import { resumePayment } from '../payments/resume-payment.ts'
import { continueScheduleChange } from '../payout-schedules/continue-schedule-change.ts'
import { resumePayout } from '../payouts/resume-payout.ts'
import { syncPayouts } from '../payouts/sync-payouts.ts'
import { reconcile } from '../reconciliation/reconcile.ts'
import { collectReceivables } from '../recoveries/collect-receivables.ts'
import { resumeRecovery } from '../recoveries/resume-recovery.ts'
import { resumeRefund } from '../refunds/resume-refund.ts'
import { ok, type Result } from '../result.ts'
import { resumeRetransfer } from '../retransfers/resume-retransfer.ts'
import { forgetSubmissions } from '../submissions/forget-submissions.ts'
import { catchUp } from '../webhooks/catch-up.ts'
import { processEvent } from '../webhooks/process-event.ts'
import { processEvents } from '../webhooks/process-events.ts'
import type { JobName, JobPayloads } from './model.ts'
import { resumeUnfinished } from './resume-unfinished.ts'

/** What each job does. A returned failure is thrown by the worker, so that the job is tried again with growing pauses. */
export const TASKS: { [N in JobName]: (payload: JobPayloads[N]) => Promise<Result<unknown, unknown>> } = {
  'process-events': ({ stripeEventRowIds }) => processEvents(stripeEventRowIds),
  'process-event': ({ stripeEventRowId }) => processEvent(stripeEventRowId),
  'create-customer': ({ userId }) => createCustomer(userId),
  'delete-customer': ({ customerRowId }) => deleteCustomer(customerRowId),
  'create-account': ({ userId }) => createAccount(userId),
  'sync-account': ({ connectedAccountId }) => syncAccountOf(connectedAccountId),
  'send-default-card': ({ customerRowId, changeId }) => sendDefaultCard(customerRowId, changeId),
  'sync-card-setup': ({ setupIntentId }) => syncCardSetup(setupIntentId),
  'detach-removed-card': ({ savedCardId }) => detachRemovedCard(savedCardId),
  'detach-duplicate-card': ({ cardSetupId, paymentMethodId }) =>
    detachDuplicateCard(cardSetupId, paymentMethodId),
  'resume-payment': ({ paymentId }) => resumePayment(paymentId),
  'resume-refund': ({ refundId }) => resumeRefund(refundId),
  'resume-recovery': ({ recoveryId }) => resumeRecovery(recoveryId),
  'collect-receivables': async () => ok(await collectReceivables()),
  'sync-dispute': ({ stripeDisputeId }) => syncDispute(stripeDisputeId),
  'sync-disputes': syncDisputes,
  'sync-fraud-warnings': syncFraudWarnings,
  'resume-evidence': ({ evidenceId }) => resumeEvidence(evidenceId),
  'resume-retransfer': ({ retransferId }) => resumeRetransfer(retransferId),
  'resume-payout': ({ payoutId }) => resumePayout(payoutId),
  'resume-payout-schedule': ({ changeId }) => continueScheduleChange(changeId),
  'resume-unfinished': async () => ok(await resumeUnfinished()),
  'catch-up': () => catchUp(),
  'payout-sync': syncPayouts,
  reconcile: () => reconcile(),
  'check-ledger': checkLedger,
  'send-mail': ({ notificationId }) => sendMail(notificationId),
  'send-account-mail': ({ accountMailId }) => sendAccountMail(accountMailId),
  'forget-account-mails': async () => ok(await forgetAccountMails()),
  'remind-of-holds': () => remindOfHolds(),
  'remind-of-approvals': () => remindOfApprovals(),
  'remind-of-authentication': () => remindOfAuthentication(),
  'decide-holds': () => decideHolds(),
  'warn-of-expiring-cards': () => warnOfExpiringCards(),
  'seal-audit': async () => ok(await sealAuditEvents()),
  'forget-submissions': async () => ok(await forgetSubmissions()),
}

/** Every job that runs by the clock, on one page (https://worker.graphile.org/docs/cron). */
export const SCHEDULE = [
  { match: '* * * * *', task: 'resume-unfinished' },
  { match: '* * * * *', task: 'seal-audit' },
  { match: '*/5 * * * *', task: 'remind-of-holds' },
  { match: '3,18,33,48 * * * *', task: 'remind-of-approvals' },
  { match: '*/5 * * * *', task: 'remind-of-authentication' },
  { match: '*/5 * * * *', task: 'decide-holds' },
  { match: '7 * * * *', task: 'catch-up' },
  { match: '12 * * * *', task: 'payout-sync' },
  { match: '10 * * * *', task: 'sync-disputes' },
  { match: '11 * * * *', task: 'sync-fraud-warnings' },
  // Stripe tells of money that becomes available; this is for what it could not tell.
  { match: '14 * * * *', task: 'collect-receivables' },
  // After the events of the hour have been caught up on and handled.
  { match: '17 * * * *', task: 'reconcile' },
  { match: '4,19,34,49 * * * *', task: 'check-ledger' },
  { match: '41 3 * * *', task: 'forget-submissions' },
  { match: '44 3 * * *', task: 'forget-account-mails' },
  { match: '20 9 * * *', task: 'warn-of-expiring-cards' },
] as const satisfies {
  match: string
  task: JobName
}[]
