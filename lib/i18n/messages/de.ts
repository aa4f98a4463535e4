import { accountErrors } from './de/account-errors.ts'
import { accountMails } from './de/account-mails.ts'
import { accountant } from './de/accountant.ts'
import { actions } from './de/actions.ts'
import { adminOrders } from './de/admin-orders.ts'
import { attention } from './de/attention.ts'
import { audit } from './de/audit.ts'
import { auditActions } from './de/audit-actions.ts'
import { authenticate } from './de/authenticate.ts'
import { balance } from './de/balance.ts'
import { checkout } from './de/checkout.ts'
import { commission } from './de/commission.ts'
import { console } from './de/console.ts'
import { contractorTerms } from './de/contractor-terms.ts'
import { contractors } from './de/contractors.ts'
import { corrections } from './de/corrections.ts'
import { countries } from './de/countries.ts'
import { declines } from './de/declines.ts'
import { deliveries } from './de/deliveries.ts'
import { disputes } from './de/disputes.ts'
import { doctor } from './de/doctor.ts'
import { events } from './de/events.ts'
import { evidence } from './de/evidence.ts'
import { fields } from './de/fields.ts'
import { fraudWarnings } from './de/fraud-warnings.ts'
import { islands } from './de/islands.ts'
import { leaving } from './de/leaving.ts'
import { lists } from './de/lists.ts'
import { live } from './de/live.ts'
import { moves } from './de/moves.ts'
import { notices } from './de/notices.ts'
import { orderModel } from './de/order-model.ts'
import { orders } from './de/orders.ts'
import { overview } from './de/overview.ts'
import { ownAccount } from './de/own-account.ts'
import { palette } from './de/palette.ts'
import { papers } from './de/papers.ts'
import { payday } from './de/payday.ts'
import { payoutModel } from './de/payout-model.ts'
import { people } from './de/people.ts'
import { preferences } from './de/preferences.ts'
import { reconciliation } from './de/reconciliation.ts'
import { recoveries } from './de/recoveries.ts'
import { refunds } from './de/refunds.ts'
import { refusals } from './de/refusals.ts'
import { requirements } from './de/requirements.ts'
import { rules } from './de/rules.ts'
import { shell } from './de/shell.ts'
import { site } from './de/site.ts'
import { story } from './de/story.ts'
import { talk } from './de/talk.ts'
import { ui } from './de/ui.ts'
import { undo } from './de/undo.ts'
import { uploads } from './de/uploads.ts'
import { verifying } from './de/verifying.ts'
import { verifyingErrors } from './de/verifying-errors.ts'
import { viewing } from './de/viewing.ts'
import { webhooks } from './de/webhooks.ts'
import { work } from './de/work.ts'

export const de = {
  accountErrors,
  accountMails,
  accountant,
  actions,
  adminOrders,
  attention,
  audit,
  auditActions,
  authenticate,
  balance,
  checkout,
  commission,
  console,
  contractorTerms,
  contractors,
  corrections,
  countries,
  declines,
  deliveries,
  disputes,
  doctor,
  events,
  evidence,
  fields,
  fraudWarnings,
  islands,
  leaving,
  lists,
  live,
  moves,
  notices,
  orderModel,
  orders,
  overview,
  ownAccount,
  palette,
  papers,
  payday,
  payoutModel,
  people,
  preferences,
  reconciliation,
  recoveries,
  refunds,
  refusals,
  requirements,
  rules,
  shell,
  site,
  story,
  talk,
  ui,
  undo,
  uploads,
  verifying,
  verifyingErrors,
  viewing,
  webhooks,
  work,
}
