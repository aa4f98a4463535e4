import { GROUP_OF, NOTIFICATION_GROUPS, type NotificationGroup } from './groups-model.ts'
import type { NotificationKind } from './model.ts'
import { isSigned, sign } from './signature.ts'

type Chosen = Exclude<NotificationGroup, 'money'>

const textOf = (userId: string, group: string) => `unsubscribe:${userId}:${group}`

function isChosen(group: string): group is Chosen {
  return group !== 'money' && NOTIFICATION_GROUPS.some(known => known === group)
}

/**
 * What ends the mails of a kind's group, for whoever has the mail. It works for ever, as RFC 8058 wants it. Null for mails that
 * nobody can turn off.
 */
export function unsubscribeToken(userId: string, kind: string): string | null {
  const group = Object.hasOwn(GROUP_OF, kind) ? GROUP_OF[kind as NotificationKind] : 'money'
  return group === 'money' ? null : `${userId}.${group}.${sign(textOf(userId, group))}`
}

/** Whose mails of which group a link ends; null for one that we did not make. */
export function groupOfLink(token: string): { userId: string; group: Chosen } | null {
  const [userId, group, signature, ...more] = token.split('.')
  if (!userId || !group || !signature || more.length > 0) return null
  return isChosen(group) && isSigned(textOf(userId, group), signature) ? { userId, group } : null
}
