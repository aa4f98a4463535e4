import type { Translated } from '../../messages.ts'

export const preferences: Translated<'preferences'> = {
  title: 'Worüber Sie informiert werden',
  about:
    'Wählen Sie für jede Art von Mitteilungen, ob Sie sie in der App, per E-Mail, auf beiden Wegen oder gar nicht erhalten.',
  notifications: 'Mitteilungen',
  always: 'Immer an, in der App und per E-Mail',
  inApp: 'In der App',
  email: 'E-Mail',
  save: 'Speichern',
  saving: 'Wird gespeichert …',
  saved: 'Gespeichert. Das gilt für alles, was ab jetzt geschieht.',
  money: 'Ihr Geld und Ihr Konto',
  moneyWhat:
    'Zahlungen, Erstattungen, Auszahlungen, Rückforderungen und Widersprüche, Zahlungsreklamationen, Streitfälle, Prüfungen Ihrer Bank, das Ende von Reservierungen und Ihr Passwort.',
  work: 'Arbeit an Aufträgen',
  workWhat: 'Geld ist reserviert oder länger reserviert, Arbeit ist geliefert, Änderungen sind verlangt.',
  reminders: 'Erinnerungen',
  remindersWhat:
    'Eine Reservierung endet bald, Arbeit wird bald von selbst abgenommen, eine gespeicherte Karte läuft ab.',
  messages: 'Nachrichten',
  messagesWhat: 'Die andere Seite eines Auftrags hat Ihnen geschrieben.',
  offers: 'Angebote',
  offersWhat: 'Sie werden um ein Angebot gebeten, oder eines wird gemacht, angenommen oder abgelehnt.',
  unsubscribe: 'E-Mails abbestellen',
  endTitle: 'E-Mails zu „{group}“ abbestellen?',
  endStill: 'In der App finden Sie sie weiterhin, sofern Sie das nicht auch ausgeschaltet haben.',
  end: 'Diese E-Mails abbestellen',
  ending: 'Wird abbestellt …',
  endedTitle: 'E-Mails abbestellt',
  ended: 'Sie erhalten keine E-Mails zu „{group}“ mehr.',
  chooseElse: 'Wählen, worüber Sie sonst informiert werden',
  choose: 'Wählen, worüber Sie informiert werden',
  alwaysCome: 'E-Mails zu Ihrem Geld und Ihrem Konto kommen immer.',
  brokenTitle: 'Dieser Link funktioniert nicht',
  broken:
    'Er wurde vielleicht unterwegs abgeschnitten. Öffnen Sie ihn noch einmal aus der E-Mail, oder wählen Sie nach dem Anmelden, worüber Sie informiert werden.',
  notThere: 'Dieser Link funktioniert nicht. Öffnen Sie ihn noch einmal aus der E-Mail.',
  mailHello: 'Guten Tag {name},',
  mailEnd: 'Sie können E-Mails wie diese abbestellen und wählen, worüber Sie informiert werden:',
  mailAlways: 'Diese E-Mail betrifft Ihr Geld und lässt sich deshalb nicht abbestellen.',
}
