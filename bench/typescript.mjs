// Lets Node read the tests' double of GitHub as it is: its own type stripping, with the `.js` of an import read as `.ts`.
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !context.parentURL) return next(specifier, context)
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
    return existsSync(fileURLToPath(source)) ? next(source.href, context) : next(specifier, context)
  },
})
