import type { Translated } from '../../messages.ts'

export const undo: Translated<'undo'> = {
  undo: 'Cofnij',
  undoing: 'Cofanie…',
  tookBackDelivery: 'Oddanie pracy zostało cofnięte. Zleceniodawca został powiadomiony, a środki są nadal zablokowane.',
  tooLateToTakeBack: 'Oddania pracy nie można już cofnąć: zlecenie zmieniło się w międzyczasie. Strona pokazuje jego obecny stan.',
  reopened: 'Odrzucenie zostało cofnięte. Druga strona została powiadomiona.',
  tooLateToReopen: 'Odrzucenia nie można już cofnąć: oferta wygasła lub zmieniła się w międzyczasie.',
  markedRead: '{count, plural, one {# powiadomienie oznaczono jako przeczytane.} few {# powiadomienia oznaczono jako przeczytane.} many {# powiadomień oznaczono jako przeczytane.} other {# powiadomienia oznaczono jako przeczytane.}}',
  markedUnread: 'Są znowu nieprzeczytane.',
  published: 'Ogłoszenie można znowu znaleźć.',
}
