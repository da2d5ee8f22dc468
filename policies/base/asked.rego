# METADATA
# title: What a step asks for
# description: >-
#   The helpers of `visor.check.execute`, in a package of their own: what stands beside `allowed` there would be part
#   of every answer, and an answer is written, read and copied once for each step.
# scope: package
package visor.base.asked

meets_require if not says_require

meets_require if {
	some role in required_roles
	role in actor_roles
}

# METADATA
# title: What cannot be understood
# description: >-
#   The first part of the input that is not what it has to be. The config's parser refuses all of these; somebody
#   who asks this policy directly is told the same. Roles that are not known prove nothing: neither that the actor
#   has the role it needs, nor that it has none of those that are denied.
misread := "the input names no step" if {
	not names_step
} else := `the step has a "policy" that is not an object` if {
	says_policy
	not is_object(input.check.policy)
} else := `the step has a "deny" that is not a list of role names` if {
	says_policy
	names(denies) != denies
} else := `the step has a "require" that names no role` if {
	says_require
	count(required_roles) == 0
} else := "the step cannot be judged: the roles of the actor are not known" if {
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

holder := concat("", [person, " has ", concat(", ", actor_roles)]) if {
	count(actor_roles) > 0
} else := concat("", [person, " has no role"])

person := input.actor.login if {
	is_string(input.actor.login)
} else := "the actor"
