# METADATA
# title: Who may run a step
# description: >-
#   Enforces what a step says of itself in the config: `require` names the roles of which one is needed, `deny` names
#   the roles that may never run it. Both hold for the actor and for everybody else on whose behalf the run acts. A
#   step that says neither may run.
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
# description: The step asks for roles, and everybody behind the run meets what it asks for.
allowed if {
	asked.says_policy
	not asked.misread
	count(asked.denied) == 0
	count(asked.lacking) == 0
}

# METADATA
# title: Why not
# description: >-
#   One sentence for the first objection that holds. It is a single chain, so that no input gets two answers.
reason := asked.misread if {
	asked.misread
} else := concat("", [
	"role ", asked.denied[0].roles[0], " is in the deny list of this step; ", asked.holder(asked.denied[0].person),
]) if {
	count(asked.denied[0].roles) == 1
} else := concat("", [
	"roles ", concat(", ", asked.denied[0].roles), " are in the deny list of this step; ",
	asked.holder(asked.denied[0].person),
]) if {
	count(asked.denied[0].roles) > 1
} else := concat("", ["needs the role ", asked.required_roles[0], "; ", asked.holder(asked.lacking[0])]) if {
	count(asked.lacking) > 0
	count(asked.required_roles) == 1
} else := concat("", [
	"needs one of the roles ", concat(", ", asked.required_roles), "; ", asked.holder(asked.lacking[0]),
]) if {
	count(asked.lacking) > 0
}
