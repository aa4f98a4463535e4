import type { AttentionGroup } from '#lib/attention/model.ts'
import type { Words } from '#lib/i18n/words.ts'
import { notificationWords } from '#lib/notifications/words.ts'

/** Mails that could not be sent are known by their kind and address; here each gets the title that its recipient would have read. */
export function nameMails(t: Words, groups: AttentionGroup[]): AttentionGroup[] {
  return groups.map(group => {
    if (group.kind !== 'failed_mail') return group
    const items = group.items.map(item => {
      const { title } = notificationWords(t, { kind: item.code ?? '', data: {} }, { role: 'ADMIN' })
      return { ...item, about: t('attention.mailTo', { title, email: item.about }) }
    })
    return { ...group, items }
  })
}
