import type { MessageKey } from '#lib/i18n/messages.ts'
import type { NotificationGroup } from '#lib/notifications/groups-model.ts'

/** What each group is called, and what is told in it. */
export const GROUP_WORDS = {
  money: { name: 'preferences.money', what: 'preferences.moneyWhat' },
  work: { name: 'preferences.work', what: 'preferences.workWhat' },
  reminders: { name: 'preferences.reminders', what: 'preferences.remindersWhat' },
  messages: { name: 'preferences.messages', what: 'preferences.messagesWhat' },
  offers: { name: 'preferences.offers', what: 'preferences.offersWhat' },
} as const satisfies Record<NotificationGroup, { name: MessageKey; what: MessageKey }>
