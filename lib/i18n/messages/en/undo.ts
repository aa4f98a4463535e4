/** What can be taken back, and what is said then. */
export const undo = {
  undo: 'Undo',
  undoing: 'Undoing…',
  tookBackDelivery: 'The delivery is taken back. The employer has been told, and the money is still held.',
  tooLateToTakeBack: 'The delivery can no longer be taken back: the order has moved on. The page shows where it stands.',
  reopened: 'The refusal is taken back. The other side has been told.',
  tooLateToReopen: 'The refusal can no longer be taken back: the offer has ended or moved on.',
  markedRead: '{count, plural, one {# notification is marked as read.} other {# notifications are marked as read.}}',
  markedUnread: 'They are unread again.',
  published: 'The listing can be found again.',
} as const
