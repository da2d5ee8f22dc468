import type { Facts } from '../core/facts.js'
import { NO_MEMBERSHIPS } from '../core/memberships.js'
import type { Subject } from '../core/subject.js'

/** What a run knows without the API: what its event says, and nothing of what GitHub would say besides. */
export const eventAlone = {
  readSubjects: async (event: Facts): Promise<readonly Subject[]> => [
    {
      facts: event,
      memberships: NO_MEMBERSHIPS,
      ...(event.pullRequest && {
        approvals: { kind: 'unavailable', message: 'reviews are read through the API, which was not asked' },
      }),
    },
  ],
  whyStale: async (): Promise<string | undefined> => undefined,
  openProposal: () => undefined,
  countRequests: () => 0,
}
