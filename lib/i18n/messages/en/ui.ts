export const ui = {
  close: 'Close',
  oneMoment: 'One moment…',
} as const
