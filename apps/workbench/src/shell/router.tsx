import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readChoice } from '../decide/choice.ts';
import { readLink } from '../lab/run/link.ts';
import { readQuestion } from '../evidence/question.ts';
import { readTrustQuestion } from '../trust/question.ts';
import { Fault } from './fault.tsx';
import { Frame } from './frame.tsx';
import { Nowhere } from './nowhere.tsx';

const root = createRootRoute({ component: Frame, errorComponent: Fault, notFoundComponent: Nowhere });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/decide' });
  },
});

const decide = createRoute({
  getParentRoute: () => root,
  path: '/decide',
  validateSearch: readChoice,
  component: lazyRouteComponent(() => import('../decide/decide.tsx'), 'Decide'),
});

const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  component: lazyRouteComponent(() => import('../plan/plan.tsx'), 'PlanDoor'),
});

const lab = createRoute({
  getParentRoute: () => root,
  path: '/lab',
  validateSearch: readLink,
  component: lazyRouteComponent(() => import('../lab/lab.tsx'), 'LabDoor'),
});

const evidence = createRoute({
  getParentRoute: () => root,
  path: '/evidence',
  validateSearch: readQuestion,
  component: lazyRouteComponent(async () => {
    const [door, { readEvidence }] = await Promise.all([
      import('../evidence/evidence.tsx'),
      import('./turns/read-evidence.ts'),
    ]);
    await readEvidence();
    return door;
  }, 'EvidenceDoor'),
});

const trust = createRoute({
  getParentRoute: () => root,
  path: '/trust',
  validateSearch: readTrustQuestion,
  component: lazyRouteComponent(() => import('../trust/trust.tsx'), 'TrustDoor'),
});

/** All state of a link stands after the "#", which a browser never sends. */
export const router = createRouter({
  routeTree: root.addChildren([home, decide, plan, lab, evidence, trust]),
  history: createHashHistory(),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
