# METADATA
# title: Steps by role
# description: >-
#   Steps say whom they are for with `require` and `deny`. Admins may run everything, except where they are
#   denied by name. A laptop may run what asks for nobody in particular.
# scope: package
package visor.check.execute

default allowed := false

# Whatever else holds, a denied role is denied: every rule below begins with `not denied`.
denied if {
	some role in input.check.policy.deny
	role in input.actor.roles
}

is_admin if "admin" in input.actor.roles

allowed if {
	not denied
	is_admin
}

# `require: developer`
allowed if {
	not denied
	input.check.policy.require in input.actor.roles
}

# `require: [developer, release-manager]`: one of them is enough.
allowed if {
	not denied
	some role in input.check.policy.require
	role in input.actor.roles
}

# For developers, so that trying out the config at home is not a fight. A step that has any policy at all keeps it.
allowed if {
	not denied
	input.actor.isLocalMode
	not input.check.policy
}

reason := "one of your roles is in the deny list of this step" if {
	denied
} else := "none of your roles may run this step" if {
	not allowed
}
