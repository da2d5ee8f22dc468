# METADATA
# title: Compliance
# description: >-
#   What has to be there before a step runs: labels, files, an issue, the approval of somebody who has no part in the
#   change, a time for which records are kept. Where it cannot be seen whether it is there, that is what is said: a run
#   without a pull request has no labels, but nobody decided that it should not have them.
# scope: package
package stepgate.packs.compliance

# METADATA
# title: The answer of the pack
# description: >-
#   What is missing, whose approval is waited for, and what cannot be told: all of it where only some steps are meant, and
#   else what a step asks for itself.
# entrypoint: true
answer := {"deny": (deny | step_deny), "approve": approve, "unknown": (unknown | step_unknown)} if {
	chooses_steps
	concerned
} else := {"deny": step_deny, "unknown": step_unknown} if {
	not chooses_steps
	asks_of_step
}

# METADATA
# title: The answer for every step
# description: What is asked of the pull request, where all steps are meant.
shared := {"deny": deny, "approve": approve, "unknown": unknown} if not chooses_steps

# METADATA
# description: What the config says for this pack, with the defaults filled in.
parameters := data.stepgate.parameters.compliance

# METADATA
# title: What is missing
# description: One finding for each label, file and person that is not there, or should not be.
# scope: document

# METADATA
# title: required_labels
# description: The pull request lacks a label that it has to have.
deny contains finding if {
	selected
	some wanted in object.get(parameters, ["required_labels", "all"], [])
	not has_label(wanted)
	finding := {
		"rule": "required_labels",
		"message": concat("", ["needs the label \"", wanted, "\""]),
		"way_out": "have somebody who may do so give the pull request the label",
	}
}

# METADATA
# title: required_labels
# description: The pull request lacks a label that it has to have.
deny contains finding if {
	selected
	wanted := object.get(parameters, ["required_labels", "any"], [])
	count(wanted) > 0
	every label in wanted {
		lacks_label(label)
	}
	finding := {
		"rule": "required_labels",
		"message": concat("", ["needs one of the labels \"", concat("\", \"", wanted), "\""]),
		"way_out": "have somebody who may do so give the pull request one of them",
	}
}

# METADATA
# title: forbidden_labels
# description: The pull request has a label that it may not have.
deny contains finding if {
	selected
	some label in labels
	matches([lower(pattern) | some pattern in forbidden], lower(label))
	finding := {
		"rule": "forbidden_labels",
		"message": concat("", ["has the label \"", label, "\", with which it may not run"]),
		"way_out": "take the label off once its reason is gone",
	}
}

# METADATA
# title: evidence_missing
# description: The pull request does not bring a file that has to be in it.
deny contains finding if {
	selected
	some pattern in wanted_patterns
	paths := brought
	not covered(pattern, paths)
	finding := {
		"rule": "evidence_missing",
		"message": concat("", ["the pull request brings no file that matches \"", pattern, "\""]),
		"way_out": "add the file, or bring it up to date, in the same pull request",
	}
}

# METADATA
# title: evidence_missing
# description: The pull request does not bring a file that has to be in it.
step_deny contains finding if {
	selected
	some path in wanted_paths
	paths := brought
	not path in paths
	finding := {
		"rule": "evidence_missing",
		"message": concat("", ["the pull request does not bring the file \"", path, "\", which the step asks for"]),
		"way_out": "add the file, or bring it up to date, in the same pull request",
	}
}

# METADATA
# title: linked_issue_missing
# description: The pull request closes no issue of this repository.
deny contains finding if {
	selected
	parameters.require_linked_issue == true
	count(issues) == 0
	finding := {
		"rule": "linked_issue_missing",
		"message": "the pull request closes no issue of this repository",
		"way_out": "write \"Fixes #\" and the number of the issue into its description",
	}
}

# METADATA
# title: separation_of_duties
# description: Nobody has approved but those who are behind the change themselves.
deny contains finding if {
	selected
	count(approvers) == 0
	count(independent) < needed
	finding := {
		"rule": "separation_of_duties",
		"message": concat("", [
			"needs the approval of ", json.marshal(needed),
			" who neither wrote, pushed nor started this; there are ", json.marshal(count(independent)),
		]),
		"way_out": "ask somebody else for a review",
	}
}

# METADATA
# title: separation_of_duties
# description: >-
#   The approvals that are asked for below may be there, and be those of the very people whom they are to watch.
deny contains finding if {
	selected
	count(approvers) > 0
	count(standing) >= needed
	count(independent) < needed
	finding := {
		"rule": "separation_of_duties",
		"message": concat("", ["only ", json.marshal(count(independent)), " of those who approved have no part in this"]),
		"way_out": concat("", ["ask somebody else who has one of the roles ", concat(", ", approvers)]),
	}
}

# METADATA
# title: retention_too_short
# description: What the step leaves behind is not kept for long enough.
step_deny contains finding if {
	selected
	retained
	not says_retention
	finding := {
		"rule": "retention_too_short",
		"message": concat("", ["the step does not say for how long it keeps what it leaves behind; needs ", least, " days"]),
		"way_out": "give the step \"retention_days\"",
	}
}

# METADATA
# title: retention_too_short
# description: What the step leaves behind is not kept for long enough.
step_deny contains finding if {
	selected
	retained
	whole(input.check.retentionDays)
	input.check.retentionDays < parameters.retention.minimum_days
	finding := {
		"rule": "retention_too_short",
		"message": concat("", [
			"the step keeps what it leaves behind for ", json.marshal(input.check.retentionDays), " days; needs ", least,
		]),
		"way_out": "keep it for longer, and say so in \"retention_days\"",
	}
}

# METADATA
# title: Whose approval is waited for
# description: >-
#   Somebody's with one of the roles. The gate counts approvals and leaves out the author; those who have another part in
#   this are found above.
# scope: document

# METADATA
# title: separation_of_duties
# description: Nobody has approved but those who are behind the change themselves.
approve contains finding if {
	selected
	count(approvers) > 0
	has_pull_request
	finding := {
		"rule": "separation_of_duties",
		"message": concat("", [
			"needs the approval of ", json.marshal(needed), " with one of the roles ", concat(", ", approvers),
			" who neither wrote, pushed nor started this",
		]),
		"way_out": "ask one of them for a review",
		"approvals": {"count": needed, "roles": approvers, "teams": [], "users": []},
	}
}
