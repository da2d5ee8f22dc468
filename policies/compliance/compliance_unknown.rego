# What the rules need to know, and what to say where it is not known.
package stepgate.packs.compliance

# METADATA
# title: What cannot be told
# description: A finding for each rule that is switched on and lacks what it has to know.
# scope: document
unknown contains {"rule": rule, "message": "the parameters of the pack are not there"} if {
	not has_parameters
	some rule in (about_pull_requests | {"retention_too_short"})
}

unknown contains finding if some finding in doubts(switched_on)

# METADATA
# title: What cannot be told of the step
# description: The same for what the step itself asks for.
# scope: document
step_unknown contains finding if {
	says_evidence
	not "evidence_missing" in switched_on
	some finding in doubts({"evidence_missing"})
}

# METADATA
# title: What these rules lack
# description: Which step it is, a pull request, or a part of it.
# scope: document
doubts(rules) := {finding |
	some rule in rules
	some finding in doubts_of(rule)
}

doubts_of(rule) := {{"rule": rule, "message": unsure, "way_out": "correct the step in the config"}} if {
	unsure
} else := {finding} if {
	selected
	not has_pull_request
	rule in about_pull_requests
	finding := {
		"rule": rule,
		"message": "there is no pull request to look at",
		"way_out": "run the step for a pull request, or choose other steps with \"steps\", \"tags\" or \"actions\"",
	}
} else := {finding |
	selected
	has_pull_request
	some part in needs[rule]
	not part in readable
	finding := {
		"rule": rule,
		"message": concat("", ["the ", part, " are not known"]),
		"way_out": "look at what the run could not read, and at the permissions of its token",
	}
}

step_unknown contains finding if {
	selected
	says_evidence
	not texts(input.check.evidence)
	finding := {
		"rule": "evidence_missing",
		"message": "the evidence that the step asks for is no list of paths",
		"way_out": "correct \"evidence\" of the step",
	}
}

step_unknown contains finding if {
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

step_unknown contains finding if {
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

# METADATA
# description: Whether the parameters are there at all.
has_parameters if is_object(parameters)

# METADATA
# title: The rules that are switched on
# description: By a parameter. The step itself may ask for evidence besides.
# scope: document
switched_on contains "required_labels" if {
	some key in ["all", "any"]
	count(object.get(parameters, ["required_labels", key], [])) > 0
}

switched_on contains "forbidden_labels" if count(forbidden) > 0

switched_on contains "evidence_missing" if count(wanted_patterns) > 0

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

# METADATA
# description: The rules that need a pull request.
about_pull_requests := {rule | some rule, _ in needs}

# METADATA
# description: The parts that are known, and have the form that they have to have.
# scope: document
readable contains "labels" if labels

readable contains "changed files" if brought

readable contains "linked issues" if issues

readable contains "approvals" if approved

readable contains "people behind the run" if behind

# METADATA
# description: Whether the run is about a pull request.
has_pull_request if is_object(input.pullRequest)
