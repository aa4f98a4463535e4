import type { Translated } from '../../messages.ts'

export const audit: Translated<'audit'> = {
  title: 'Dziennik',
  intro: 'Kto co zrobił, od najnowszego. Niczego nie można tu zmienić ani usunąć: baza danych na to nie pozwala, a każdy wpis jest zapieczętowany skrótem poprzedniego.',
  nothingMatches: 'Nic nie pasuje',
  nothingYet: 'Nic się jeszcze nie wydarzyło',
  events: 'Wpisy dziennika',
  when: 'Kiedy',
  change: 'Zmiana',
  pages: 'Strony dziennika',
  sealedUpTo: 'Zapieczętowano do miejsca {place}: {hash}. Warto zapisać to gdzie indziej; <code>npm run audit:verify</code> przelicza wszystko od nowa.',
  notSealed: 'jeszcze niezapieczętowane',
  place: 'miejsce {place}',
  was: 'było: {before}',
  system: 'System',
}
