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
answer := {"deny": deny, "approve": approve, "unknown": unknown, "warn": warn, "modify": modify}

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
warn contains finding if {
	drafted
	input.check.mode == "auto"
	finding := {
		"rule": "draft_forced",
		"message": concat("", ["is risky because of ", risk, ", and runs in mode draft although it says auto"]),
		"way_out": "set \"mode: draft\", or have somebody run it who may run it in mode auto",
	}
}

# METADATA
# title: What cannot be told
# description: What is there and cannot be read may be more than a limit, or a risk.
unknown contains {"rule": rule, "message": "the parameters of the pack are not there"} if {
	not has_parameters
	some rule in ["draft_forced", "auto_needs_approval", "over_limits"]
}

unknown contains finding if {
	not trusted
	risk == unread
	doubt := unsure
	finding := {
		"rule": rule_of_risk,
		"message": concat("", [doubt, ", so that it may be risky"]),
		"way_out": "correct the step in the config",
	}
}

unknown contains finding if {
	risk
	not trusted
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

has_parameters if is_object(parameters)

rule_of_risk := "auto_needs_approval" if {
	some "auto_needs_approval", _ in parameters
} else := "draft_forced"

# METADATA
# title: What becomes of a risky step
# description: It runs in mode draft, unless somebody's approval is asked for instead.
drafted if {
	risk
	not trusted
	not waits
}

waits if {
	risk
	not trusted
	input.check.mode == "auto"
	some "auto_needs_approval", _ in parameters
}

# METADATA
# title: Why the step is risky
# description: The first of the lists that names it. A step that cannot be read is risky, too.
risk := concat("", ["its id \"", input.check.id, "\""]) if {
	matches(risky("steps"), input.check.id)
} else := concat("", ["its tag \"", found[0], "\""]) if {
	found := [tag | some tag in input.check.tags; matches(risky("tags"), tag)]
	count(found) > 0
} else := concat("", ["its action \"", input.check.action, "\""]) if {
	matches(risky("actions"), input.check.action)
} else := concat("", ["its criticality \"", input.check.criticality, "\""]) if {
	matches(risky("criticality"), input.check.criticality)
} else := concat("", ["the capability \"", found[0], "\" that it needs"]) if {
	found := [capability | some capability in input.check.capabilities; matches(risky("capabilities"), capability)]
	count(found) > 0
} else := unread if {
	unsure
}

unread := "what cannot be read in it"

risky(list) := object.get(parameters, ["risky", list], [])

# METADATA
# title: Why it cannot be told whether the step is risky
# description: A step may well have no tags; what is there and cannot be read may be one of those that are named.
unsure := "it is not known which step this is" if {
	some list in ["steps", "tags", "actions", "criticality", "capabilities"]
	count(risky(list)) > 0
	not is_string(object.get(input, ["check", "id"], null))
} else := "the tags of the step are no list of texts" if {
	count(risky("tags")) > 0
	not texts(object.get(input, ["check", "tags"], []))
} else := "the capabilities of the step are no list of texts" if {
	count(risky("capabilities")) > 0
	not texts(object.get(input, ["check", "capabilities"], []))
} else := "the action of the step is no text" if {
	count(risky("actions")) > 0
	not is_string(object.get(input, ["check", "action"], ""))
} else := "the criticality of the step is no text" if {
	count(risky("criticality")) > 0
	not is_string(object.get(input, ["check", "criticality"], ""))
}

# METADATA
# title: Who may run risky steps as they are
# description: Everybody behind the run has one of the roles. Roles that are not known are none.
trusted if {
	some role in input.actor.roles
	role in parameters.auto_roles
	others := object.get(input, "others", [])
	is_array(others)
	every other in others {
		some held in other.roles
		held in parameters.auto_roles
	}
}

# METADATA
# title: The limits
# description: Those of the run mode, and the general ones where it has none.
limits := object.union(
	object.remove(object.get(parameters, "limits", {}), ["run_modes"]),
	object.get(parameters, ["limits", "run_modes", run_mode], {}),
)

run_mode := object.get(input, "runMode", null)

# METADATA
# title: What the step limits itself to
# description: By the same keys. Only what can be compared.
own[key] := value if {
	some key, name in names
	value := input.check.limits[name]
	whole(value)
}

names := {"cost_usd": "costUsd", "llm_calls": "llmCalls", "minutes": "minutes"}

understood(written, key) if {
	is_object(written)
	whole(object.get(written, names[key], 0))
}

# Never more than the step asks for itself: an answer only makes stricter.
written_limits[key] := value if {
	some key, limit in limits
	whole(limit)
	least := min([limit, object.get(own, key, limit)])
	value := written(key, least)
}

written("cost_usd", value) := decimal(value)

written("llm_calls", value) := value

written("minutes", value) := value

in_words("cost_usd", value) := concat(" ", [decimal(value), "USD"])

in_words("llm_calls", value) := concat(" ", [digits(value), "calls of a model"])

in_words("minutes", value) := concat(" ", [digits(value), "minutes"])

# METADATA
# title: An amount in decimals
# description: Exactly what these micro units are, without needless zeros.
decimal(micro) := concat(".", array.concat([digits(quotient(micro, 1000000))], rest)) if {
	fraction := trim_right(six(micro % 1000000), "0")
	rest := [fraction | fraction != ""]
}

# METADATA
# title: A number in digits
# description: In three parts, because format_int of WebAssembly ends the evaluation over a number of more than 31 bits.
digits(number) := text if {
	text := trim_left(
		concat("", [
			six(quotient(number, 1000000000000)),
			six(quotient(number, 1000000) % 1000000),
			six(number % 1000000),
		]),
		"0",
	)
	text != ""
} else := "0"

six(number) := substring(format_int(1000000 + number, 10), 1, -1)

# Exact, which a division alone is not.
quotient(a, b) := (a - (a % b)) / b

# Every number is less than every text, so that a comparison alone would find no fault with one. Above this, numbers
# are not exact any more.
whole(value) if {
	is_number(value)
	value >= 0
	value <= 9000000000000000
	value == floor(value)
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
