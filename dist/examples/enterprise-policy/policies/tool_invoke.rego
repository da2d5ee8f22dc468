# METADATA
# title: Tools
# description: Methods that delete are for admins; the config's own lists have had their say before.
# scope: package
package visor.tool.invoke

default allowed := false

allowed if "admin" in input.actor.roles

allowed if {
	method := input.tool.methodName
	not endswith(lower(method), "_delete")
}

reason := "methods that delete are for admins" if not allowed
