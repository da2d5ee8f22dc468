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
# description: What is missing, whose approval is waited for, and what cannot be told.
# entrypoint: true
answer := {"deny": deny, "approve": approve, "unknown": unknown}

parameters := data.stepgate.parameters.compliance

# METADATA
# title: What is missing
# description: One finding for each label, file and person that is not there, or should not be.
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

deny contains finding if {
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

deny contains finding if {
	selected
	count(approvers) == 0
	count(independent) < needed
	finding := {
		"rule": "separation_of_duties",
		"message": concat("", [
			"needs the approval of ", format_int(needed, 10),
			" who neither wrote, pushed nor started this; there are ", format_int(count(independent), 10),
		]),
		"way_out": "ask somebody else for a review",
	}
}

# The approvals that are asked for below may be there, and be those of the very people whom they are to watch.
deny contains finding if {
	selected
	count(approvers) > 0
	count(standing) >= needed
	count(independent) < needed
	finding := {
		"rule": "separation_of_duties",
		"message": concat("", ["only ", format_int(count(independent), 10), " of those who approved have no part in this"]),
		"way_out": concat("", ["ask somebody else who has one of the roles ", concat(", ", approvers)]),
	}
}

deny contains finding if {
	selected
	retained
	not says_retention
	finding := {
		"rule": "retention_too_short",
		"message": concat("", ["the step does not say for how long it keeps what it leaves behind; needs ", least, " days"]),
		"way_out": "give the step \"retention_days\"",
	}
}

deny contains finding if {
	selected
	retained
	whole(input.check.retentionDays)
	input.check.retentionDays < parameters.retention.minimum_days
	finding := {
		"rule": "retention_too_short",
		"message": concat("", [
			"the step keeps what it leaves behind for ", format_int(input.check.retentionDays, 10), " days; needs ", least,
		]),
		"way_out": "keep it for longer, and say so in \"retention_days\"",
	}
}

# METADATA
# title: Whose approval is waited for
# description: >-
#   Somebody's with one of the roles. The gate counts approvals and leaves out the author; those who have another part in
#   this are found above.
approve contains finding if {
	selected
	count(approvers) > 0
	has_pull_request
	finding := {
		"rule": "separation_of_duties",
		"message": concat("", [
			"needs the approval of ", format_int(needed, 10), " with one of the roles ", concat(", ", approvers),
			" who neither wrote, pushed nor started this",
		]),
		"way_out": "ask one of them for a review",
		"approvals": {"count": needed, "roles": approvers, "teams": [], "users": []},
	}
}

# METADATA
# title: What cannot be told
# description: A finding for each rule that is switched on and lacks what it has to know.
unknown contains {"rule": rule, "message": "the parameters of the pack are not there"} if {
	not has_parameters
	some rule in (about_pull_requests | {"retention_too_short"})
}

unknown contains {"rule": rule, "message": doubt, "way_out": "correct the step in the config"} if {
	some rule in switched_on
	doubt := unsure
}

unknown contains finding if {
	selected
	not has_pull_request
	some rule in (switched_on & about_pull_requests)
	finding := {
		"rule": rule,
		"message": "there is no pull request to look at",
		"way_out": "run the step for a pull request, or choose other steps with \"steps\", \"tags\" or \"actions\"",
	}
}

unknown contains finding if {
	selected
	has_pull_request
	some rule in switched_on
	some part in needs[rule]
	not part in readable
	finding := {
		"rule": rule,
		"message": concat("", ["the ", part, " are not known"]),
		"way_out": "look at what the run could not read, and at the permissions of its token",
	}
}

unknown contains finding if {
	selected
	says_evidence
	not texts(input.check.evidence)
	finding := {
		"rule": "evidence_missing",
		"message": "the evidence that the step asks for is no list of paths",
		"way_out": "correct \"evidence\" of the step",
	}
}

unknown contains finding if {
	selected
	retained
	says_retention
	not whole(input.check.retentionDays)
	finding := {
		"rule": "retention_too_short",
		"message": "the days for which the step keeps what it leaves behind are no whole number",
		"way_out": "correct \"retention_days\" of the step",
	}
}

unknown contains finding if {
	selected
	"retention_too_short" in switched_on
	not retained
	not texts(object.get(input, ["check", "tags"], []))
	finding := {
		"rule": "retention_too_short",
		"message": "the tags of the step are no list of texts",
		"way_out": "correct \"tags\" of the step",
	}
}

has_parameters if is_object(parameters)

# METADATA
# title: The rules that are switched on
# description: By a parameter, or by the step itself, which may ask for evidence.
switched_on contains "required_labels" if {
	some key in ["all", "any"]
	count(object.get(parameters, ["required_labels", key], [])) > 0
}

switched_on contains "forbidden_labels" if count(forbidden) > 0

switched_on contains "evidence_missing" if count(wanted_patterns) > 0

switched_on contains "evidence_missing" if says_evidence

switched_on contains "linked_issue_missing" if parameters.require_linked_issue == true

switched_on contains "separation_of_duties" if {
	some "separation_of_duties", _ in parameters
}

switched_on contains "retention_too_short" if {
	some "retention", _ in parameters
}

# METADATA
# title: What the rules need to know
# description: The parts of a pull request that each of them reads.
needs := {
	"required_labels": ["labels"],
	"forbidden_labels": ["labels"],
	"evidence_missing": ["changed files"],
	"linked_issue_missing": ["linked issues"],
	"separation_of_duties": ["approvals", "people behind the run"],
}

about_pull_requests := {rule | some rule, _ in needs}

readable contains "labels" if labels

readable contains "changed files" if brought

readable contains "linked issues" if issues

readable contains "approvals" if approved

readable contains "people behind the run" if behind

has_pull_request if is_object(input.pullRequest)

# METADATA
# title: Labels
# description: GitHub takes no notice of their case.
labels := found if {
	found := input.pullRequest.labels
	texts(found)
}

forbidden := object.get(parameters, "forbidden_labels", [])

# What is not known is not missing: that is said elsewhere.
has_label(_) if not labels

has_label(pattern) if {
	some label in labels
	matches([lower(pattern)], lower(label))
}

lacks_label(pattern) if not has_label(pattern)

# METADATA
# title: Evidence
# description: The files that are there afterwards because of the pull request, under the names that they have then.
brought := {file.path | some file in files; file.status in {"added", "modified", "renamed", "copied"}} if {
	files := input.pullRequest.files
	is_array(files)
	every file in files {
		is_string(file.path)
		is_string(file.status)
	}
}

wanted_patterns := object.get(parameters, "evidence", [])

wanted_paths := input.check.evidence if texts(input.check.evidence)

says_evidence if {
	some "evidence", _ in input.check
}

covered(pattern, paths) if {
	some path in paths
	glob.match(pattern, ["/"], path)
}

# METADATA
# title: Issues
# description: The issues of this repository that the pull request closes.
issues := found if {
	found := input.pullRequest.linkedIssues
	is_array(found)
	every issue in found {
		whole(issue)
	}
}

# METADATA
# title: Who approved
# description: Those whose approval stands, with a role that counts where only some do.
standing contains lower(approval.login) if {
	some approval in approved
	may_approve(approval)
}

may_approve(_) if count(approvers) == 0

may_approve(approval) if {
	some role in approval.roles
	role in approvers
}

approved := found if {
	found := input.approvals.approved
	is_array(found)
	every approval in found {
		is_string(approval.login)
		texts(approval.roles)
	}
}

approvers := object.get(parameters, ["separation_of_duties", "roles"], [])

needed := object.get(parameters, ["separation_of_duties", "count"], 1) if {
	"separation_of_duties" in switched_on
}

# METADATA
# title: Who is behind the change and the run
# description: >-
#   The author, the actor, the sender, and whoever pushed the head or ran the workflow again. Undefined where one of them
#   has no name: then nobody is known to be somebody else.
behind := {lower(login) | some login in logins} if {
	is_array(object.get(input, "others", []))
	texts(logins)
	not "" in logins
}

logins := array.concat(
	[object.get(input, ["pullRequest", "author"], null), object.get(input, ["actor", "login"], null)],
	[login_of(person) |
		some person in array.concat(
			[sender | some "sender", sender in input],
			object.get(input, "others", []),
		)
	],
)

login_of(person) := person.login if {
	is_string(person.login)
} else := null

independent := standing - behind if {
	approved
	behind
}

# METADATA
# title: Retention
# description: The steps that have to say for how long they keep what they leave behind.
retained if {
	some "retention", retention in parameters
	object.get(retention, "tags", []) == []
}

retained if {
	some tag in input.check.tags
	matches(parameters.retention.tags, tag)
}

says_retention if {
	some "retentionDays", _ in input.check
}

least := format_int(parameters.retention.minimum_days, 10)

# WebAssembly ends the evaluation over writing down a number of more than 31 bits.
whole(value) if {
	is_number(value)
	value >= 0
	value <= 1000000000
	value == floor(value)
}

# METADATA
# title: The steps that are meant
# description: All of them, or those that one of the three lists names.
selected if {
	(count(steps) + count(tags)) + count(actions) == 0
}

selected if matches(steps, input.check.id)

selected if {
	some tag in input.check.tags
	matches(tags, tag)
}

selected if matches(actions, input.check.action)

steps := object.get(parameters, "steps", [])

tags := object.get(parameters, "tags", [])

actions := object.get(parameters, "actions", [])

# METADATA
# title: Why it cannot be told whether the step is meant
# description: >-
#   A step may well have no tags and no action. What is there and cannot be read may be a way past the rules.
unsure := "it is not known which step this is" if {
	not selected
	not is_string(object.get(input, ["check", "id"], null))
} else := "the tags of the step are no list of texts" if {
	not selected
	count(tags) > 0
	not texts(object.get(input, ["check", "tags"], []))
} else := "the action of the step is no text" if {
	not selected
	count(actions) > 0
	not is_string(object.get(input, ["check", "action"], ""))
}

# METADATA
# title: What a pattern matches
# description: The name itself, or what "*" (anything) and "?" (one character) leave room for.
matches(patterns, name) if name in patterns

matches(patterns, name) if {
	is_string(name)
	some pattern in patterns
	is_pattern(pattern)
	escaped := strings.replace_n(
		{".": `\.`, "+": `\+`, "(": `\(`, ")": `\)`, "^": `\^`, "$": `\$`, "|": `\|`},
		pattern,
	)
	regex.match(concat("", ["(?s)^", replace(replace(escaped, "?", "."), "*", ".*"), "$"]), name)
}

is_pattern(text) if contains(text, "*")

is_pattern(text) if contains(text, "?")

texts(value) if {
	is_array(value)
	every text in value {
		is_string(text)
	}
}
