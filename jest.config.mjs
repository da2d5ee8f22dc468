import { testsRealOpa } from './__tests__/support/opa-setup.mjs'

export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/__tests__/support/opa-setup.mjs',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/__tests__/act/',
    ...(testsRealOpa ? [] : ['<rootDir>/__tests__/opa/']),
  ],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }],
  },
  transformIgnorePatterns: ['/node_modules/'],
  testTimeout: 30_000,
}
