import type { Translated } from '../../messages.ts'

export const viewing: Translated<'viewing'> = {
  title: 'Ansicht einer anderen Person',
  banner: '<b>Sie sehen Holdfast wie {name}</b>, bis {until}. Von hier aus lässt sich nichts ändern.',
  stop: 'Ansicht beenden',
  start: 'Sehen, was diese Person sieht',
  starting: 'Wird geöffnet …',
  meaning:
    'Sie sehen {minutes} Minuten lang die Seiten dieser Person, wie sie selbst sie sieht. Ändern können Sie nichts, und die Einstellungen ihres Kontos bleiben geschlossen. Das Protokoll hält fest, wer wann und warum hineingesehen hat.',
}
