# METADATA
# title: Nothing is deleted by an assistant
# scope: package
package visor.tool.invoke

default allowed := false

allowed if {
	method := input.tool.methodName
	not endswith(method, "_delete")
}

reason := "assistants do not delete" if not allowed
