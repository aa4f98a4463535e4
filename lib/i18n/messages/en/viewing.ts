export const viewing = {
  title: 'Looking at somebody’s pages',
  banner: '<b>You see Holdfast as {name} does</b>, until {until}. Nothing can be changed from here.',
  stop: 'Stop looking',
  start: 'See what they see',
  starting: 'Opening…',
  meaning:
    'For {minutes} minutes you see their pages as they do. You can change nothing, and their own account settings stay closed. The audit log keeps who looked, when and why.',
} as const
