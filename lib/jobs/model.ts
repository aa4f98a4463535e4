/** Every job of Holdfast and what it is given: ids only, the handler reads the rest. */
export type JobPayloads = {
  'process-events': { stripeEventRowIds: string[] }
  'process-event': { stripeEventRowId: string }
  'create-customer': { userId: string }
  'delete-customer': { customerRowId: string }
  'create-account': { userId: string }
  'sync-account': { connectedAccountId: string }
  'send-default-card': { customerRowId: string; changeId: string }
  'sync-card-setup': { setupIntentId: string }
  'detach-removed-card': { savedCardId: string }
  'detach-duplicate-card': { cardSetupId: string; paymentMethodId: string }
  'resume-payment': { paymentId: string }
  'resume-refund': { refundId: string }
  'resume-recovery': { recoveryId: string }
  'collect-receivables': Record<string, never>
  'sync-dispute': { stripeDisputeId: string }
  'sync-disputes': Record<string, never>
  'sync-fraud-warnings': Record<string, never>
  'resume-evidence': { evidenceId: string }
  'resume-retransfer': { retransferId: string }
  'resume-payout': { payoutId: string }
  'resume-payout-schedule': { changeId: string }
  'resume-unfinished': Record<string, never>
  'catch-up': Record<string, never>
  'payout-sync': Record<string, never>
  reconcile: Record<string, never>
  'check-ledger': Record<string, never>
  'send-mail': { notificationId: string }
  'send-account-mail': { accountMailId: string }
  'forget-account-mails': Record<string, never>
  'remind-of-holds': Record<string, never>
  'remind-of-approvals': Record<string, never>
  'remind-of-authentication': Record<string, never>
  'decide-holds': Record<string, never>
  'warn-of-expiring-cards': Record<string, never>
  'seal-audit': Record<string, never>
  'forget-submissions': Record<string, never>
}

export type JobName = keyof JobPayloads
