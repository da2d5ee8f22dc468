import type { Level } from './finding.js'

type Entry = {
  readonly level: Level
  /** What it finds. */
  readonly finds: string
  readonly why: string
  readonly wayOut: string
}

/** Every rule of the command; docs/policy-check.md has the same list with an example of each. */
export const CATALOGUE = {
  'rules-unreadable': {
    level: 'error',
    finds: 'a file or folder of policies that is not there or cannot be read',
    why: 'the gate has nobody to ask, and "fallback" stands in for every decision',
    wayOut: 'name a folder, a .rego, a .wasm or a bundle that is there in "policy.rules"',
  },
  syntax: {
    level: 'error',
    finds: 'a file that is neither Rego v1 nor Rego v0',
    why: 'one file that cannot be read keeps all of them from being loaded',
    wayOut: 'mend the line; a template has to be filled in before it is Rego',
  },
  compile: {
    level: 'error',
    finds:
      'files that parse and do not compile: unsafe variables, unknown functions, recursion, two defaults, wrong types',
    why: 'policies that do not compile decide nothing, and "fallback" stands in for every decision',
    wayOut: 'mend the rule that is named',
  },
  'refused-builtin': {
    level: 'error',
    finds: 'a builtin that the gate refuses: http.send, net.lookup_ip_addr, opa.runtime',
    why: 'a policy may not reach the network or the host, so that the same facts always give the same decision',
    wayOut: 'put what it needs into the file named by "policy.data" and read data.<key>',
  },
  wasm: {
    level: 'error',
    finds: 'policies that compile and cannot be translated to WebAssembly with the entrypoints of the gate',
    why: 'neither "opa build -t wasm" nor the gate can compile them ahead',
    wayOut: 'mend the rule that is named',
  },
  'nothing-answers': {
    level: 'error',
    finds: 'policies in which no package answers the gate',
    why: 'every question has no policy result, so that nothing but "fallback" decides',
    wayOut:
      'put the rules into a package that the gate asks (visor.check.execute, visor.tool.invoke, visor.capability.resolve), or name one below visor in "policy.rule" of a step; what other tools ask can be imported there',
  },
  'rule-missing': {
    level: 'error',
    finds: 'a "policy.rule" of a step for which there is no package',
    why: 'the step has no policy result, so that nothing but "fallback" decides about it',
    wayOut: 'write the package, or mend its name in the config',
  },
  'scope-unanswered': {
    level: 'warning',
    finds: 'a scope that steps reach and no package answers',
    why: 'what is asked there has no policy result, and "fallback" stands in for it',
    wayOut: 'write the package, or leave the scope ungoverned: take it out of "policy.scopes"',
  },
  'evaluation-failed': {
    level: 'error',
    finds: 'an input for which the policy does not come to an answer',
    why: 'without an answer there is no decision, and "fallback" stands in for it',
    wayOut: 'mend the rule so that it answers for this input, too',
  },
  'rule-conflict': {
    level: 'error',
    finds: 'an input for which rules of one name have different values',
    why: 'OPA then gives no value at all: there is no decision, and "fallback" stands in for it',
    wayOut:
      'order the rules with "else", leave one value to "default", or collect what speaks against it in a set (deny contains "why" if …)',
  },
  'answer-shape': {
    level: 'error',
    finds: 'an answer that the gate does not understand',
    why: 'what is not understood is no decision, and "fallback" stands in for it',
    wayOut: 'answer with "allowed" as true or false; with "capabilities" as an object in visor.capability.resolve',
  },
  'conflict-allow-deny': {
    level: 'notice',
    finds: 'an input for which one rule allows and another one denies',
    why: 'what denies overrides: whoever reads the rule that allows believes that it is allowed',
    wayOut: 'nothing has to be done where the denial is meant; else let one of them ask for what the other does not',
  },
  'rule-shadowed': {
    level: 'warning',
    finds: 'a rule of a policy in YAML that changes nothing, because another one says as much whenever it holds',
    why: 'whoever reads it believes that it decides something; mended or taken away, it makes no difference',
    wayOut: 'take it away, or mend the condition of the one that is wider than was meant',
  },
  'approvals-unmeetable': {
    level: 'warning',
    finds: 'approvals that nobody can give: more than there are people who may, or of roles that nobody has',
    why: 'what waits for them never passes',
    wayOut: 'name more people, a role or a team, or lower the "count"',
  },
  'step-key-unread': {
    level: 'warning',
    finds: 'a "require", "deny" or "approvals" of a step that no loaded rule reads',
    why: 'what is written there looks like a protection and is none',
    wayOut: 'read input.check.policy in a rule, as the built-in policy does, or take the key away',
  },
  'role-undefined': {
    level: 'warning',
    finds: 'a role that a rule looks for and the config does not define',
    why: 'nobody ever has it, so that the condition never holds, or always where it is negated',
    wayOut: 'define it under "policy.roles", or mend its name',
  },
  'role-unused': {
    level: 'warning',
    finds: 'a role of the config that neither rules nor steps name',
    why: 'whoever has it is treated as if they had none',
    wayOut: 'name it in a rule, in "require" or in "deny", or take it out of "policy.roles"',
  },
  'counter-undefined': {
    level: 'warning',
    finds: 'a counter that a rule or a pack reads and the config does not define',
    why: 'nobody ever knows it: the condition never holds, or always where it is negated',
    wayOut: 'define it under "policy.usage", or mend its name',
  },
  'unreached-package': {
    level: 'warning',
    finds: 'a package below visor that decides something no step asks',
    why: 'what is written there looks like a protection and is never asked',
    wayOut: 'name it in "policy.rule" of a step, govern its scope in "policy.scopes", or take it away',
  },
  'scope-unknown': {
    level: 'warning',
    finds: 'a scope that a rule compares with and the gate does not ask',
    why: 'the comparison never holds',
    wayOut: 'write check.execute, tool.invoke or capability.resolve',
  },
  'host-builtin': {
    level: 'notice',
    finds: 'a builtin that WebAssembly does not have',
    why: "the policies are answered by OPA's interpreter inside of the gate, which is slower for hundreds of questions; a bundle or .wasm of them cannot be used",
    wayOut: 'nothing has to be done; without the builtin the gate can use WebAssembly',
  },
  'unreachable-rule': {
    level: 'warning',
    finds: 'a body that can never change the value of its rule',
    why: 'whoever reads it believes that it decides something',
    wayOut: 'take it away, or mend the body that always comes before it',
  },
  'never-holds': {
    level: 'warning',
    finds: 'a body whose conditions can never hold together',
    why: 'it decides nothing: a rule that is to allow never does, and one that is to deny protects nothing',
    wayOut: 'mend the condition, or take the body away',
  },
  'default-allows': {
    level: 'notice',
    finds: 'a package that allows by default and denies by rules that give "allowed" the value false',
    why: 'a condition over a fact that is not there does not hold: what was to be denied then passes',
    wayOut:
      'let the rules that deny also deny where they cannot know (not input.usage.<counter>.value), or allow by rules and leave the default at false',
  },
  'default-missing': {
    level: 'warning',
    finds: '"allowed" or "capabilities" of a package that answers the gate, without a default',
    why: 'where no body holds there is no value: the denial has no reason of its own, or no decision is made at all',
    wayOut: 'add the default that denies',
  },
  'input-path': {
    level: 'warning',
    finds: 'a read of the input at a place where there never is anything',
    why: 'it is always undefined: the condition never holds, or always where it is negated',
    wayOut: 'read a key that the input has; "stepgate schema input" and "stepgate dump-input STEP" show it',
  },
  'argument-unused': {
    level: 'notice',
    finds: 'an argument that no body of its function looks at',
    why: 'the function is not even called where that argument is undefined: what depends on it never holds',
    wayOut: 'take the argument away, or use it',
  },
  'money-unit': {
    level: 'warning',
    finds: 'an amount that is compared with a number of another unit',
    why: 'amounts of the input are integers of millionths, so that nothing is lost in rounding: 1.00 is 1000000',
    wayOut: 'write the number in millionths',
  },
  'rule-object': {
    level: 'warning',
    finds: '"warnings", "deny" or "deny_reasons" with a key in brackets before "if": an object, and not a set',
    why: 'what is no list of texts is not shown',
    wayOut: 'write NAME contains "text" if { … }',
  },
  'data-undefined': {
    level: 'warning',
    finds: 'a read of data that neither a rule nor "policy.data" defines',
    why: 'it is always undefined: the condition never holds, or always where it is negated',
    wayOut: 'put it into the file that "policy.data" names, or mend the name',
  },
  'rego-v0': {
    level: 'notice',
    finds: 'a file that only the old syntax of Rego can read',
    why: 'the gate reads it all the same; OPA 1.0 and later do so with a flag alone',
    wayOut: 'stepgate migrate',
  },
  'keyword-import': {
    level: 'notice',
    finds: 'a file that imports some keywords of Rego v1 and uses others',
    why: 'the gate reads it as Rego v1, where all of them are there; OPA before 1.0 cannot read it',
    wayOut: 'write import rego.v1 in place of import future.keywords.…',
  },
  config: {
    level: 'warning',
    finds: 'what the config itself has to say about: keys that stand beside each other, data that is not read',
    why: 'the gate says the same in every run',
    wayOut: 'mend the line that is named',
  },
  'unused-ignore': {
    level: 'notice',
    finds: 'a comment "stepgate-ignore" that silences nothing',
    why: 'once it is forgotten it may silence what nobody has looked at',
    wayOut: 'take the comment away, or write it as "# stepgate-ignore: RULE REASON" on the line or the one above',
  },
} as const satisfies Readonly<Record<string, Entry>>

export type RuleId = keyof typeof CATALOGUE
export const RULE_IDS = Object.keys(CATALOGUE) as readonly RuleId[]
export const isRuleId = (text: string): text is RuleId => Object.hasOwn(CATALOGUE, text)
