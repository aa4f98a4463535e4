import type { Route } from './core/route.ts'
import { customerRoutes } from './customers/routes.ts'
import { webhookEndpointRoutes } from './events/endpoint-routes.ts'
import { eventRoutes } from './events/routes.ts'

/** Every call of the API that the emulator answers. */
export const ROUTES: Route[] = [...customerRoutes, ...eventRoutes, ...webhookEndpointRoutes]
