import type { Translated } from '../../messages.ts'

export const undo: Translated<'undo'> = {
  undo: 'Rückgängig machen',
  undoing: 'Wird rückgängig gemacht …',
  tookBackDelivery: 'Die Lieferung ist zurückgenommen. Der Auftraggeber wurde benachrichtigt, und das Geld bleibt reserviert.',
  tooLateToTakeBack: 'Die Lieferung lässt sich nicht mehr zurücknehmen: Der Auftrag ist inzwischen weiter. Die Seite zeigt, wie er steht.',
  reopened: 'Die Ablehnung ist zurückgenommen. Die andere Seite wurde benachrichtigt.',
  tooLateToReopen: 'Die Ablehnung lässt sich nicht mehr zurücknehmen: Das Angebot ist abgelaufen oder inzwischen weiter.',
  markedRead: '{count, plural, one {# Mitteilung ist als gelesen markiert.} other {# Mitteilungen sind als gelesen markiert.}}',
  markedUnread: 'Die Mitteilungen sind wieder ungelesen.',
  published: 'Das Inserat ist wieder zu finden.',
}
