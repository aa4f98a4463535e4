import { account-errors } from './en/account-errors.ts'
import { account-mails } from './en/account-mails.ts'
import { actions } from './en/actions.ts'
import { authenticate } from './en/authenticate.ts'
import { console } from './en/console.ts'
import { evidence } from './en/evidence.ts'
import { fields } from './en/fields.ts'
import { live } from './en/live.ts'
import { own-account } from './en/own-account.ts'
import { people } from './en/people.ts'
import { preferences } from './en/preferences.ts'
import { shell } from './en/shell.ts'
import { site } from './en/site.ts'
import { story } from './en/story.ts'
import { ui } from './en/ui.ts'

export const en = {
  account-errors,
  account-mails,
  actions,
  authenticate,
  console,
  evidence,
  fields,
  live,
  own-account,
  people,
  preferences,
  shell,
  site,
  story,
  ui,
}
