import { accountLinkRoutes } from './account-links/routes.ts'
import { accountSessionRoutes } from './account-sessions/routes.ts'
import { accountRoutes } from './accounts/routes.ts'
import { accountV2Routes } from './accounts-v2/routes.ts'
import { applicationFeeRoutes } from './application-fees/routes.ts'
import { balanceRoutes } from './balance/routes.ts'
import { balanceSettingsRoutes } from './balance-settings/routes.ts'
import { chargeRoutes } from './charges/routes.ts'
import type { Route } from './core/route.ts'
import { customerSessionRoutes } from './customer-sessions/routes.ts'
import { customerRoutes } from './customers/routes.ts'
import { disputeRoutes } from './disputes/routes.ts'
import { webhookEndpointRoutes } from './events/endpoint-routes.ts'
import { eventRoutes } from './events/routes.ts'
import { fileLinkRoutes } from './files/links.ts'
import { fileRoutes } from './files/routes.ts'
import { mandateRoutes } from './mandates/mandate.ts'
import { paymentMethodRoutes } from './payment-methods/routes.ts'
import { challengeRoutes } from './payments/challenge.ts'
import { confirmationTokenRoutes } from './payments/confirmation-token.ts'
import { paymentIntentRoutes } from './payments/routes.ts'
import { payoutRoutes } from './payouts/routes.ts'
import { earlyFraudWarningRoutes } from './radar/early-fraud-warnings.ts'
import { refundRoutes } from './refunds/routes.ts'
import { setupAttemptRoutes } from './setup-intents/attempt.ts'
import { setupIntentRoutes } from './setup-intents/routes.ts'
import { sourceRoutes } from './sources/routes.ts'
import { tokenRoutes } from './tokens/routes.ts'
import { topupRoutes } from './topups/routes.ts'
import { transferRoutes } from './transfers/routes.ts'

/** Every call of the API that the emulator answers. */
export const ROUTES: Route[] = [
  ...accountLinkRoutes,
  ...accountRoutes,
  ...accountSessionRoutes,
  ...accountV2Routes,
  ...applicationFeeRoutes,
  ...balanceRoutes,
  ...balanceSettingsRoutes,
  ...challengeRoutes,
  ...chargeRoutes,
  ...confirmationTokenRoutes,
  ...customerRoutes,
  ...customerSessionRoutes,
  ...disputeRoutes,
  ...earlyFraudWarningRoutes,
  ...eventRoutes,
  ...fileLinkRoutes,
  ...fileRoutes,
  ...mandateRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...payoutRoutes,
  ...refundRoutes,
  ...setupAttemptRoutes,
  ...setupIntentRoutes,
  ...sourceRoutes,
  ...tokenRoutes,
  ...topupRoutes,
  ...transferRoutes,
  ...webhookEndpointRoutes,
]
