import type { Translated } from '../../messages.ts'

export const live: Translated<'live'> = {
  bell: 'Powiadomienia',
  bellUnread: 'Powiadomienia, nieprzeczytane: {count, number}',
  news: 'Na tej stronie jest coś nowego.',
  show: 'Pokaż',
}
