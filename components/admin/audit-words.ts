import { AUDIT_ACTIONS, type AuditAction, isAuditAction } from '#lib/audit/actions-model.ts'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'

/** The message of an action: `refund.request` is `auditActions.refund_request`. */
type ActionKey<Action extends AuditAction> = Action extends `${infer Subject}.${infer Rest}`
  ? `auditActions.${Subject}_${Rest}`
  : never

type ActionKeys = { [Action in AuditAction]: ActionKey<Action> }

/** Held by the compiler: an action without its words is no key of the catalogue. */
const ACTION_WORDS = Object.fromEntries(
  AUDIT_ACTIONS.map(action => [action, `auditActions.${action.replace('.', '_')}`]),
) as ActionKeys satisfies Record<AuditAction, MessageKey>

/** What was done, in words; null for an action of another version, which is shown by its code. */
export function actionWords(t: Words, action: string): string | null {
  return isAuditAction(action) ? t(ACTION_WORDS[action]) : null
}

/** Changes as an admin reads them: what an audit event says was, and what it says is. */
export function changeWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(
      ([name, inner]) =>
        `${name}: ${typeof inner === 'object' && inner !== null ? JSON.stringify(inner) : String(inner)}`,
    )
    .join(', ')
}
