import type { Actor, AdminRole } from '../users/model.ts'

/**
 * What each admin may do: the one table of it. `owner` may do everything, `finance` everything about money, `support` may look, and
 * refund a little (lib/approvals/limits.ts says how much alone).
 */
export const CAPABILITIES = {
  view: ['support', 'finance', 'owner'],
  refund: ['support', 'finance', 'owner'],
  export: ['finance', 'owner'],
  recover: ['finance', 'owner'],
  approve: ['finance', 'owner'],
  correct: ['finance', 'owner'],
  decide: ['finance', 'owner'],
  replay: ['finance', 'owner'],
  audit: ['finance', 'owner'],
  impersonate: ['support', 'finance', 'owner'],
  people: ['owner'],
  settings: ['owner'],
} as const satisfies Record<string, readonly AdminRole[]>
export type Capability = keyof typeof CAPABILITIES

/** What each page of the admins asks for. A page that the build has and this has not fails e2e/admin-access.spec.ts. */
export const ADMIN_PAGES = {
  '/admin': 'view',
  '/admin/accountant': 'export',
  '/admin/accountant/[month]': 'export',
  '/admin/approvals': 'view',
  '/admin/attention': 'view',
  '/admin/audit': 'audit',
  '/admin/audit/export': 'audit',
  '/admin/commission': 'settings',
  '/admin/contractors': 'view',
  '/admin/contractors/[userId]': 'view',
  '/admin/disagreements': 'view',
  '/admin/discrepancies': 'view',
  '/admin/disputes': 'view',
  '/admin/disputes/[disputeId]': 'view',
  '/admin/doctor': 'settings',
  '/admin/lists/[list]': 'view',
  '/admin/lists/[list]/export': 'export',
  '/admin/objections': 'view',
  '/admin/orders': 'view',
  '/admin/orders/[orderId]': 'view',
  '/admin/search': 'view',
  '/admin/team': 'people',
  '/admin/users/[userId]': 'view',
  '/admin/webhooks': 'view',
  '/admin/webhooks/[eventRowId]': 'view',
} as const satisfies Record<string, Capability>
export type AdminPage = keyof typeof ADMIN_PAGES

/** What each server action under app/(app)/admin asks for, by its name; the same test holds it against the build. */
export const ADMIN_ACTIONS = {
  adminCancelAction: 'decide',
  answerObjectionAction: 'decide',
  changeAdminRoleAction: 'people',
  correctAction: 'correct',
  decideApprovalAction: 'approve',
  decideCorrectionAction: 'correct',
  deliverAgainAction: 'replay',
  pausePayoutsAction: 'recover',
  recoverAction: 'recover',
  refundAction: 'refund',
  removeViewAction: 'view',
  replayEventAction: 'replay',
  saveEvidenceAction: 'decide',
  saveViewAction: 'view',
  setCommissionRuleAction: 'settings',
  setSuspensionAction: 'people',
  settleDisagreementAction: 'decide',
  startViewingAction: 'impersonate',
  submitEvidenceAction: 'decide',
  undoRecoveryAction: 'recover',
  withdrawApprovalAction: 'refund',
} as const satisfies Record<string, Capability>
export type AdminAction = keyof typeof ADMIN_ACTIONS

/** Whether somebody is an admin whose role may do this. Every command and query asks for itself. */
export function may({ role, adminRole }: Pick<Actor, 'role' | 'adminRole'>, capability: Capability): boolean {
  return role === 'ADMIN' && CAPABILITIES[capability].some(each => each === adminRole)
}
