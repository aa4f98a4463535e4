export const live = {
  bell: 'Notifications',
  bellUnread: 'Notifications: {count, number} unread',
  news: 'This page has news.',
  show: 'Show it',
} as const
