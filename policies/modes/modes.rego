# METADATA
# title: Modes and limits
# description: >-
#   Which steps are risky, and so run in mode draft or wait for somebody; and how much money, how many calls of a model and
#   how many minutes a step may take. What it answers changes the step only towards the stricter.
# scope: package
package stepgate.packs.modes

# METADATA
# title: The answer of the pack
# description: What is asked for too much, whose approval is waited for, what cannot be told, and the mode and limits of the step.
# entrypoint: true
answer := {"deny": deny, "approve": approve, "unknown": unknown, "warn": warn, "modify": modify} if concerned

# METADATA
# title: Whom this is about
# description: Steps that are risky, and all of them where there are limits. Of the others nothing is said.
# scope: document
concerned if not has_parameters

concerned if limited

concerned if is_risky

# METADATA
# description: What the config says for this pack, with the defaults filled in.
parameters := data.stepgate.parameters.modes

# METADATA
# title: The mode and the limits of the step
# description: Only what is set, so that the rest stays as it is.
modify := object.union(
	{"mode": "draft" | drafted},
	{"limits": written_limits | count(written_limits) > 0},
)

# METADATA
# title: What is asked for too much
# description: By the limits that the step gives itself, or by what it is said to cost.
# scope: document

# METADATA
# title: over_limits
# description: The step asks for more than the limits.
deny contains finding if {
	some key, limit in limits
	own[key] > limit
	finding := {
		"rule": "over_limits",
		"message": concat("", [
			"asks for a limit of ", in_words(key, own[key]), ", more than the ", in_words(key, limit), " that there are",
		]),
		"way_out": concat("", ["lower \"limits.", key, "\" of the step, or leave it out"]),
	}
}

# METADATA
# title: over_limits
# description: The step asks for more than the limits.
deny contains finding if {
	whole(input.check.estimatedCostUsd)
	input.check.estimatedCostUsd > limits.cost_usd
	finding := {
		"rule": "over_limits",
		"message": concat("", [
			"is estimated to cost ", in_words("cost_usd", input.check.estimatedCostUsd), ", more than the ",
			in_words("cost_usd", limits.cost_usd), " that there are",
		]),
		"way_out": "make the step do less, or have the limit raised",
	}
}

# METADATA
# title: Whose approval is waited for
# description: Where the parameters say whose, a risky step may stay in mode auto with it.
# scope: document

# METADATA
# title: auto_needs_approval
# description: >-
#   The step is risky, says "mode: auto", and waits for an approval.
approve contains finding if {
	waits
	asked := parameters.auto_needs_approval
	finding := {
		"rule": "auto_needs_approval",
		"message": concat("", ["is risky because of ", risk, ", and needs an approval to run in mode auto"]),
		"way_out": "ask for a review, or set \"mode: draft\"",
		"approvals": {
			"count": object.get(asked, "count", 1),
			"roles": object.get(asked, "roles", []),
			"teams": object.get(asked, "teams", []),
			"users": object.get(asked, "users", []),
		},
	}
}

# METADATA
# title: What people should know
# description: The step does not run in the mode that it asks for.
# scope: document

# METADATA
# title: draft_forced
# description: >-
#   The step is risky and says "mode: auto"; it is to run in mode draft.
warn contains finding if {
	drafted
	input.check.mode == "auto"
	finding := {
		"rule": "draft_forced",
		"message": concat("", ["is risky because of ", risk, ", and is to run in mode draft although it says auto"]),
		"way_out": "set \"mode: draft\", or have somebody run it who may run it in mode auto",
	}
}

# METADATA
# title: What cannot be told
# description: What is there and cannot be read may be more than a limit, or a risk.
# scope: document
unknown contains {"rule": rule, "message": "the parameters of the pack are not there"} if {
	not has_parameters
	some rule in ["draft_forced", "auto_needs_approval", "over_limits"]
}

unknown contains finding if {
	is_risky
	risk == unread
	doubt := unsure
	finding := {
		"rule": rule_of_risk,
		"message": concat("", [doubt, ", so that it may be risky"]),
		"way_out": "correct the step in the config",
	}
}

unknown contains finding if {
	is_risky
	some "mode", mode in input.check
	not mode in ["auto", "draft"]
	finding := {
		"rule": rule_of_risk,
		"message": "the mode of the step is neither auto nor draft",
		"way_out": "correct \"mode\" of the step",
	}
}

unknown contains finding if {
	some "run_modes", _ in parameters.limits
	not run_mode in ["consumer", "enterprise"]
	finding := {
		"rule": "over_limits",
		"message": "the run mode is not known, and the limits depend on it",
		"way_out": "set the input \"run-mode\" to consumer or enterprise",
	}
}

unknown contains finding if {
	some key, limit in limits
	not whole(limit)
	finding := {
		"rule": "over_limits",
		"message": concat("", ["the limit \"", key, "\" is nothing that can be compared"]),
		"way_out": "correct the parameters of the pack",
	}
}

unknown contains finding if {
	some key, _ in limits
	some "limits", written in input.check
	not understood(written, key)
	finding := {
		"rule": "over_limits",
		"message": concat("", ["the limit \"", key, "\" of the step is nothing that can be compared"]),
		"way_out": "correct \"limits\" of the step",
	}
}

unknown contains finding if {
	some "cost_usd", _ in limits
	some "estimatedCostUsd", cost in input.check
	not whole(cost)
	finding := {
		"rule": "over_limits",
		"message": "what the step is estimated to cost is nothing that can be compared",
		"way_out": "correct \"estimated_cost_usd\" of the step",
	}
}

# METADATA
# description: Whether the parameters are there at all.
has_parameters if is_object(parameters)

# METADATA
# description: The rule to which it belongs that a risk cannot be told.
rule_of_risk := "auto_needs_approval" if {
	some "auto_needs_approval", _ in parameters
} else := "draft_forced"
