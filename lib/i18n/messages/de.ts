import { actions } from './de/actions.ts'
import { shell } from './de/shell.ts'
import { ui } from './de/ui.ts'

export const de = { actions, shell, ui }
