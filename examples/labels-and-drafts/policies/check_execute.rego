# METADATA
# title: Labels, drafts and large pull requests
# description: >-
#   Every objection is a member of one set, and `allowed` is defined once. Two objections are two reasons; they
#   cannot contradict each other.
# scope: package
package visor.check.execute

default allowed := false

allowed if {
	input.check.id
	count(objections) == 0
}

is_ready if input.pullRequest.draft == false

objections contains "the pull request is a draft" if not is_ready

# `json.marshal` takes whatever stands in the data. A builtin that fails while it makes the sentence would take the
# objection with it, and nothing would be left against the step.
objections contains concat("", ["needs one of the labels ", json.marshal(labels)]) if {
	labels := data.needs[input.check.id]
	not has_one_of(labels)
}

has_one_of(labels) if {
	some label in labels
	label in input.pullRequest.labels
}

objections contains concat("", ["takes at most ", json.marshal(limit), " changed files"]) if {
	limit := data.limits[input.check.id]
	not within(limit)
}

within(limit) if {
	is_number(limit)
	input.pullRequest.changedFiles <= limit
}

reasons := objections
