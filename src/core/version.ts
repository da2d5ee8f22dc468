/** The version of this program, as `package.json` has it. */
export const VERSION = '0.1.0'

/** The version of the OPA inside, as `src/pdp/local/opa/go.mod` has it. */
export const OPA_VERSION = '1.22.2'
