import base from './jest.config.mjs'

// Workflows that act runs: apart from the other tests, since act is built with Go.
export default { ...base, testMatch: ['<rootDir>/__tests__/act/**/*.test.ts'], testPathIgnorePatterns: [] }
