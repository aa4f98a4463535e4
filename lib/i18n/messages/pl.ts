import { accountErrors } from './pl/account-errors.ts'
import { accountMails } from './pl/account-mails.ts'
import { actions } from './pl/actions.ts'
import { authenticate } from './pl/authenticate.ts'
import { console } from './pl/console.ts'
import { evidence } from './pl/evidence.ts'
import { fields } from './pl/fields.ts'
import { leaving } from './pl/leaving.ts'
import { lists } from './pl/lists.ts'
import { live } from './pl/live.ts'
import { overview } from './pl/overview.ts'
import { ownAccount } from './pl/own-account.ts'
import { people } from './pl/people.ts'
import { preferences } from './pl/preferences.ts'
import { shell } from './pl/shell.ts'
import { site } from './pl/site.ts'
import { story } from './pl/story.ts'
import { ui } from './pl/ui.ts'

export const pl = {
  accountErrors,
  accountMails,
  actions,
  authenticate,
  console,
  evidence,
  fields,
  leaving,
  lists,
  live,
  overview,
  ownAccount,
  people,
  preferences,
  shell,
  site,
  story,
  ui,
}
