# METADATA
# title: Methods that delete are for admins
# description: >-
#   Lies over the config's own lists: what `blockedMethods` takes out is never asked here, and what is allowed here
#   must still be in `allowedMethods`.
# scope: package
package visor.tool.invoke

default allowed := false

# Two reasons to say yes, and no rule that says no: `allowed` can only be true or be left at its default, so that no
# call ever gets two answers.
allowed if is_admin

allowed if reads_or_writes

is_admin if "admin" in input.actor.roles

# Said of a name that is there: `not endswith(input.tool.methodName, …)` on its own would be undefined without one.
reads_or_writes if {
	name := input.tool.methodName
	not endswith(lower(name), "_delete")
}

reason := concat("", [input.tool.serverName, "/", input.tool.methodName, " deletes, which is for admins"]) if {
	not allowed
}
