import type { Translated } from '../../messages.ts'

export const ui: Translated<'ui'> = {
  close: 'Schließen',
  oneMoment: 'Einen Moment …',
}
