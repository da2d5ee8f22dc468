# METADATA
# title: Steps
# description: What a step asks for with `require` and `deny`, and admins may run everything that is not denied them.
# scope: package
package visor.check.execute

default allowed := false

denied if {
	some role in input.check.policy.deny
	role in input.actor.roles
}

allowed if {
	not denied
	"admin" in input.actor.roles
}

allowed if {
	not denied
	input.check.policy.require in input.actor.roles
}

allowed if {
	not denied
	some role in input.check.policy.require
	role in input.actor.roles
}

# On a laptop, what asks for nobody in particular.
allowed if {
	not denied
	input.actor.isLocalMode
	not input.check.policy
}

reason := "one of the author's roles is in the deny list of this step" if {
	denied
} else := concat("", ["none of the author's roles may run ", input.check.id]) if {
	not allowed
}
