import { LicenseError } from '../core/errors.js'
import { type Entitlement, entitle, ignoreLicense, type RunFacts, type Unlicensed } from './entitlement.js'
import { parseKeys } from './keys.js'
import { type FoundLicense, type LicensePlaces, locateLicense } from './locate.js'
import { type Claims, verifyLicense } from './verify.js'

/** The inputs `license-public-key` and `unlicensed`, and what is known about the run. */
export type Terms = RunFacts & { readonly publicKey: string; readonly unlicensed: Unlicensed }

/** What the licence of this run means for it; throws LicenseError where one is there and cannot be trusted. */
export async function readEntitlement(places: LicensePlaces, terms: Terms): Promise<Entitlement> {
  try {
    const found = await locateLicense(places)
    const claims = found && (await verifyFound(found, terms.publicKey))
    return entitle(claims, terms.unlicensed, terms)
  } catch (thrown) {
    if (terms.unlicensed === 'ignore' && thrown instanceof LicenseError) return ignoreLicense(thrown.message, 'warning')
    throw thrown
  }
}

async function verifyFound(found: FoundLicense, publicKey: string): Promise<Claims> {
  const keys = await parseKeys(publicKey)
  try {
    return await verifyLicense(found.token, keys)
  } catch (thrown) {
    if (!(thrown instanceof LicenseError)) throw thrown
    throw new LicenseError(thrown.code, `${thrown.message} (found in ${found.source})`, { cause: thrown })
  }
}
