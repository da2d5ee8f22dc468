# METADATA
# title: Who may run a step
# description: >-
#   Enforces what a step says of itself in the config: `require` names the roles of which the actor needs one,
#   `deny` names the roles that may never run it. A step that says neither may run.
# scope: package
package visor.check.execute

# Nothing is allowed that is not shown below to be what the config asks for. What is written in a form that is
# not understood ends in a denial, never in an oversight.
default allowed := false

# METADATA
# description: The step asks for nothing.
allowed if {
	not misread
	not says_policy
}

# METADATA
# description: The step asks for roles, and the actor meets what it asks for.
allowed if {
	says_policy
	not misread
	count(denied_roles) == 0
	meets_require
}

meets_require if not says_require

meets_require if {
	some role in required_roles
	role in actor_roles
}

# METADATA
# title: Why not
# description: >-
#   One sentence for the first objection that holds. It is a single chain, so that no input gets two answers.
reason := misread if {
	misread
} else := concat("", [
	"role ", denied_roles[0], " is in the deny list of ", step, "; ", holder,
]) if {
	count(denied_roles) == 1
} else := concat("", [
	"roles ", concat(", ", denied_roles), " are in the deny list of ", step, "; ", holder,
]) if {
	count(denied_roles) > 1
} else := concat("", [step, " needs the role ", required_roles[0], "; ", holder]) if {
	not meets_require
	count(required_roles) == 1
} else := concat("", [step, " needs one of the roles ", concat(", ", required_roles), "; ", holder]) if {
	not meets_require
}

# METADATA
# title: What cannot be understood
# description: >-
#   The first part of the input that is not what it has to be. The config's parser refuses all of these; somebody
#   who asks this policy directly is told the same. Roles that are not known prove nothing: neither that the actor
#   has the role it needs, nor that it has none of those that are denied.
misread := "the input names no step" if {
	not names_step
} else := concat("", [step, ` has a "policy" that is not an object`]) if {
	says_policy
	not is_object(input.check.policy)
} else := concat("", [step, ` has a "deny" that is not a list of role names`]) if {
	says_policy
	names(denies) != denies
} else := concat("", [step, ` has a "require" that names no role`]) if {
	says_require
	count(required_roles) == 0
} else := concat("", [step, " cannot be judged: the roles of the actor are not known"]) if {
	says_policy
	actor_roles != object.get(input, ["actor", "roles"], null)
}

# A rule of its own, because `not is_object(input.check)` is not true where there is no `check`: what is undefined
# below a negated call makes the whole line undefined.
names_step if is_object(input.check)

# A key counts as written whatever its value is: `require: false` must not read as "nothing required".
says_policy if {
	some "policy", _ in input.check
}

says_require if {
	some "require", _ in input.check.policy
}

denies := object.get(input, ["check", "policy", "deny"], [])

required_roles := names(object.get(input, ["check", "policy", "require"], null))

actor_roles := names(object.get(input, ["actor", "roles"], null))

# A list, in the order in which the actor has the roles: a set has no order to be read in.
denied_roles := [role | some role in actor_roles; role in names(denies)]

# METADATA
# description: The role names in a value, and none at all where any part of it is something else.
names(value) := [value] if {
	is_string(value)
	value != ""
} else := value if {
	is_array(value)
	every name in value {
		is_string(name)
		name != ""
	}
} else := []

step := concat("", [`step "`, input.check.id, `"`]) if {
	is_string(input.check.id)
} else := "this step"

holder := concat("", [person, " has ", concat(", ", actor_roles)]) if {
	count(actor_roles) > 0
} else := concat("", [person, " has no role"])

person := input.actor.login if {
	is_string(input.actor.login)
} else := "the actor"
