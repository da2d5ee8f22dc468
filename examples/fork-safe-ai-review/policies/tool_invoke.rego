# METADATA
# title: What the review may call
# description: Reading and commenting always, pushing for those who may push themselves, merging for maintainers.
# scope: package
package visor.tool.invoke

import data.visor.trust

default allowed := false

allowed if input.tool.methodName in {"get_diff", "create_review_comment"}

allowed if {
	input.tool.methodName == "push_commit"
	trust.insider
}

allowed if trust.maintainer

reason := concat("", [input.tool.methodName, " is not for changes of people from outside"]) if {
	not allowed
	not trust.insider
} else := "that is for maintainers" if {
	not allowed
}
