# METADATA
# title: Who may run a step
# description: >-
#   Enforces what a step says of itself in the config: `require` names the roles of which the actor needs one,
#   `deny` names the roles that may never run it. A step that says neither may run.
# scope: package
package visor.check.execute

import data.visor.base.asked

# Nothing is allowed that is not shown below to be what the config asks for. What is written in a form that is
# not understood ends in a denial, never in an oversight.
default allowed := false

# METADATA
# description: The step asks for nothing.
allowed if {
	not asked.misread
	not asked.says_policy
}

# METADATA
# description: The step asks for roles, and the actor meets what it asks for.
allowed if {
	asked.says_policy
	not asked.misread
	count(asked.denied_roles) == 0
	asked.meets_require
}

# METADATA
# title: Why not
# description: >-
#   One sentence for the first objection that holds. It is a single chain, so that no input gets two answers.
reason := asked.misread if {
	asked.misread
} else := concat("", [
	"role ", asked.denied_roles[0], " is in the deny list of this step; ", asked.holder,
]) if {
	count(asked.denied_roles) == 1
} else := concat("", [
	"roles ", concat(", ", asked.denied_roles), " are in the deny list of this step; ", asked.holder,
]) if {
	count(asked.denied_roles) > 1
} else := concat("", ["needs the role ", asked.required_roles[0], "; ", asked.holder]) if {
	not asked.meets_require
	count(asked.required_roles) == 1
} else := concat("", ["needs one of the roles ", concat(", ", asked.required_roles), "; ", asked.holder]) if {
	not asked.meets_require
}
