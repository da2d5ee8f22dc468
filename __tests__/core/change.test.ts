import { expect, test } from '@jest/globals'
import { sayPolicyChange } from '../../src/core/change.js'

test('a change of the policy is a notice that names the paths, twenty of them at most', () => {
  expect(sayPolicyChange({ paths: ['.visor.yaml', 'policies/a.rego'] }, 'it is judged by the version at main')).toEqual(
    {
      level: 'notice',
      message:
        'policy_changed: this pull request changes .visor.yaml, policies/a.rego; it is judged by the version at main',
    },
  )
  const paths = Array.from({ length: 25 }, (_, i) => `p${i}`)
  expect(sayPolicyChange({ paths }, 'x').message).toContain('p19 and 5 more; x')
})
