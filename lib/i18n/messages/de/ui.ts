import type { Translated } from '../../messages.ts'

export const ui: Translated<'ui'> = {
  asTheSystem: 'Wie das System',
  backToHoldfast: 'Zurück zu Holdfast',
  close: 'Schließen',
  dark: 'Dunkel',
  light: 'Hell',
  mayHaveBeenDone:
    'Diese Seite konnte nicht angezeigt werden. Haben Sie gerade etwas ausgelöst, kann es ausgeführt worden sein: Sehen Sie nach, bevor Sie es wiederholen. Bleibt der Fehler, sagen Sie uns, was Sie gerade getan haben.',
  noAnswerCame:
    'Es kam keine Antwort; ob es ausgeführt wurde, lässt sich deshalb nicht sagen. Versuchen Sie es erneut: Ausgeführt wird es nur einmal. Kommt auch dann keine Antwort, laden Sie die Seite neu.',
  oneMoment: 'Einen Moment …',
  optional: '(optional)',
  referenceReference: 'Referenz {reference}',
  somethingWentWrongOnOur: 'Bei uns ist etwas schiefgegangen',
  theme: 'Design',
  tryAgain: 'Erneut versuchen',
}
