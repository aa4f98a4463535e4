import type { Translated } from '../../messages.ts'

export const ui: Translated<'ui'> = {
  asTheSystem: 'Wie das System',
  backToHoldfast: 'Zurück zu Holdfast',
  close: 'Schließen',
  dark: 'Dunkel',
  light: 'Hell',
  noMoneyMovedBecauseOf:
    'Dadurch wurde kein Geld bewegt. Versuchen Sie es erneut; bleibt der Fehler, sagen Sie uns, was Sie gerade getan haben.',
  oneMoment: 'Einen Moment …',
  optional: '(optional)',
  referenceReference: 'Referenz {reference}',
  somethingWentWrongOnOur: 'Bei uns ist etwas schiefgegangen',
  theme: 'Design',
  tryAgain: 'Erneut versuchen',
}
