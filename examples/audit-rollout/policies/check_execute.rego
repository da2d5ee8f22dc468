# METADATA
# title: What leaves the house needs a release manager
# description: Steps of criticality `external` are for release managers, as are steps that ask for a role by name.
# scope: package
package visor.check.execute

default allowed := false

allowed if count(objections) == 0

objections contains "it reaches the outside, and the author is no release manager" if {
	input.check.criticality == "external"
	not is_release_manager
}

objections contains "the author has none of the roles that it requires" if {
	input.check.policy.require
	not meets_require
}

is_release_manager if "release-manager" in input.actor.roles

meets_require if input.check.policy.require in input.actor.roles

meets_require if {
	some role in input.check.policy.require
	role in input.actor.roles
}

reasons := objections
