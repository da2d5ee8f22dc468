import type { Plan } from './plan.js'

/** The text of the policy. It names no role and no step: those stand in the config. */
export const POLICY = `# This file answers one question: may this step run?
#
# Stepgate asks it for each step of .visor.yaml and hands it a document that is called "input": which step it is
# (input.check.id), what .visor.yaml says about it (input.check.policy), who opened the pull request and which roles
# they have (input.actor), and the pull request itself (input.pullRequest).
# "stepgate dump-input STEP" prints that document for a step of yours.
#
# How to read it: "allowed if { ... }" says that allowed is true where every line between the braces holds.
# Where there are several rules of the same name, one that holds is enough.
package visor.check.execute

# Closed, unless a rule below opens it. A step that nobody has thought of stays closed.
default allowed := false

# A step may run where the person has one of the roles that it requires.
allowed if {
	some role in input.actor.roles
	role in required
	not denied
}

# Add rules of your own like this one, which would let everybody run the step "lint":
#
#   allowed if input.check.id == "lint"

# The roles that "require" names in .visor.yaml, which is one name or a list of names.
required contains role if some role in input.check.policy.require

required contains input.check.policy.require if is_string(input.check.policy.require)

# A role that "deny" names in .visor.yaml keeps its people out, whatever other roles they have.
denied if {
	some role in input.check.policy.deny
	role in input.actor.roles
}

# What people are told where the answer is no.
reason := "a role that this person has is in the deny list of this step" if {
	denied
} else := "this step requires no role in .visor.yaml, and without one nobody may run it" if {
	not allowed
	count(required) == 0
} else := concat("", ["needs one of the roles ", concat(", ", sort(required))]) if {
	not allowed
}
`

/** The text of the unit tests of the policy, with names of roles that there are. */
export function renderUnitTests({ roles }: Plan): string {
  const name = JSON.stringify(roles[0]?.name ?? 'admin')
  return `# Tests of the policy alone: "stepgate test" runs every rule here whose name begins with "test_".
# A test passes where all of its lines hold.
package visor.check.execute_test

import data.visor.check.execute

# What Stepgate would ask about a step with this policy, for a person with these roles.
question(policy, roles) := {
	"scope": "check.execute",
	"check": {"id": "a-step", "policy": policy},
	"actor": {"login": "someone", "roles": roles},
}

test_who_has_a_required_role_is_allowed if {
	execute.allowed with input as question({"require": [${name}]}, [${name}])
	execute.allowed with input as question({"require": ${name}}, ["other", ${name}])
}

test_who_has_none_is_denied_and_told_why if {
	asked := question({"require": [${name}]}, [])
	not execute.allowed with input as asked
	execute.reason == ${JSON.stringify(`needs one of the roles ${roles[0]?.name ?? 'admin'}`)} with input as asked
}

test_a_denied_role_is_stronger_than_a_required_one if {
	not execute.allowed with input as question({"require": [${name}], "deny": ["other"]}, [${name}, "other"])
}

test_a_step_that_requires_nothing_is_closed if {
	not execute.allowed with input as question({}, [${name}])
	not execute.allowed with input as {}
}
`
}
