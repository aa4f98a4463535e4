import { accountRoutes } from './accounts/routes.ts'
import type { Route } from './core/route.ts'
import { customerRoutes } from './customers/routes.ts'
import { webhookEndpointRoutes } from './events/endpoint-routes.ts'
import { eventRoutes } from './events/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { tokenRoutes } from './tokens/routes.ts'

/** Every call of the API that the emulator answers. */
export const ROUTES: Route[] = [
  ...accountRoutes,
  ...customerRoutes,
  ...fileRoutes,
  ...tokenRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
]
