import type { Translated } from '../../messages.ts'

export const live: Translated<'live'> = {
  bell: 'Mitteilungen',
  bellUnread: 'Mitteilungen: {count, number} ungelesen',
  news: 'Auf dieser Seite gibt es Neues.',
  show: 'Anzeigen',
}
