import base from './jest.config.mjs'

const { globalSetup: _, ...rest } = base

// Workflows that act runs: apart from the other tests, since act is built with Go. They need no real OPA.
export default { ...rest, testMatch: ['<rootDir>/__tests__/act/**/*.test.ts'], testPathIgnorePatterns: [] }
