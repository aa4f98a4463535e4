import type { Translated } from '../../messages.ts'

export const audit: Translated<'audit'> = {
  title: 'Protokoll',
  intro: 'Wer was getan hat, das Neueste zuerst. Hier kann nichts geändert oder entfernt werden: Die Datenbank lehnt es ab, und jeder Eintrag ist mit dem Hash des vorigen versiegelt.',
  nothingMatches: 'Keine Treffer',
  nothingYet: 'Es ist noch nichts geschehen',
  events: 'Einträge des Protokolls',
  when: 'Wann',
  change: 'Änderung',
  pages: 'Seiten des Protokolls',
  sealedUpTo: 'Versiegelt bis Position {place}: {hash}. Notieren Sie es anderswo; <code>npm run audit:verify</code> rechnet alles nach.',
  notSealed: 'noch nicht versiegelt',
  place: 'Position {place}',
  was: 'vorher: {before}',
  system: 'System',
}
