# METADATA
# title: What a step asks for
# description: >-
#   The helpers of `visor.check.execute`, in a package of their own: what stands beside `allowed` there would be part
#   of every answer, and an answer is written, read and copied once for each step.
# scope: package
package visor.base.asked

# METADATA
# title: What cannot be understood
# description: >-
#   The first part of the input that is not what it has to be. The config's parser refuses all of these; somebody
#   who asks this policy directly is told the same. Roles that are not known prove nothing: neither that somebody
#   has the role that is needed, nor that they have none of those that are denied.
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
} else := "the step cannot be judged: it is not known who else is behind the run, or with which roles" if {
	says_policy
	not knows_others
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

others := object.get(input, "others", [])

knows_others if {
	is_array(others)
	every other in others {
		is_object(other)
		names(other.roles) == other.roles
	}
}

# METADATA
# description: >-
#   Everybody on whose behalf the run acts, each with their own roles: the actor first, then whoever pushed the head of
#   somebody else's pull request or ran the workflow again. What one of them may not do, the run may not do.
people := array.concat(
	[{"name": actor_name, "roles": actor_roles}],
	[{"name": name_of(other), "roles": other.roles} | some other in others],
)

# METADATA
# description: Those who have denied roles, with these, both in the order in which they come.
denied := [{"person": person, "roles": roles} |
	some person in people
	roles := [role | some role in person.roles; role in names(denies)]
	count(roles) > 0
]

# METADATA
# description: Those who have none of the required roles.
lacking := [person |
	says_require
	some person in people
	not has_required(person)
]

has_required(person) if {
	some role in required_roles
	role in person.roles
}

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

# METADATA
# description: What this person has, in words.
holder(person) := concat("", [person.name, " has ", concat(", ", person.roles)]) if {
	count(person.roles) > 0
} else := concat("", [person.name, " has no role"])

actor_name := input.actor.login if {
	is_string(input.actor.login)
} else := "the actor"

name_of(other) := concat("", [login_of(other), ", who pushed the head,"]) if {
	other.as == "pusher"
} else := concat("", [login_of(other), ", who ran the workflow again,"]) if {
	other.as == "re-runner"
} else := concat("", [login_of(other), ", who is behind the run as well,"])

login_of(other) := other.login if {
	is_string(other.login)
} else := "somebody"
