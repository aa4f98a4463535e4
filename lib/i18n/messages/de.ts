import { actions } from './de/actions.ts'
import { authenticate } from './de/authenticate.ts'
import { console } from './de/console.ts'
import { fields } from './de/fields.ts'
import { live } from './de/live.ts'
import { people } from './de/people.ts'
import { preferences } from './de/preferences.ts'
import { shell } from './de/shell.ts'
import { site } from './de/site.ts'
import { story } from './de/story.ts'
import { ui } from './de/ui.ts'

export const de = {
  actions,
  authenticate,
  console,
  fields,
  live,
  people,
  preferences,
  shell,
  site,
  story,
  ui,
}
