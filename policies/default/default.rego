# METADATA
# title: Allow everything, and say what is worth a look
# description: >-
#   Denies nothing, whatever it is asked. Where even a warning cannot be decided, that is a warning as well: a pack
#   whose promise is that everything may run must not stop a run because somebody left out a fact.
# scope: package
package stepgate.packs["default"]

# METADATA
# title: What the pack has to say
# description: Warnings, and nothing that could block.
answer := {"warn": warnings} if {
	concerned
} else := {"warn": set()}

# METADATA
# description: What the step does is one of those things, or cannot be told.
concerned if input.check.action == "llm_call"
concerned if input.check.action == "external_api_call"
concerned if input.check.action == "file_delete"
concerned if not knows_action

# METADATA
# title: Worth a look
# description: One finding for each rule that has something to say of the step.
warnings contains {
	"rule": "file_deletion",
	"message": concat("", [step, " deletes files"]),
	"way_out": "see that it deletes no more than it has to",
} if {
	input.check.action == "file_delete"
}

warnings contains {
	"rule": "insecure_api_call",
	"message": concat("", [step, " calls an address that does not begin with https://"]),
	"way_out": "call it over https",
} if {
	input.check.action == "external_api_call"
	is_string(input.check.resource.url)
	not startswith(lower(input.check.resource.url), "https://")
}

warnings contains {
	"rule": "insecure_api_call",
	"message": concat("", [step, " calls an address that nobody knows: its resource has no \"url\""]),
	"way_out": "write the address as \"resource.url\" of the step",
} if {
	input.check.action == "external_api_call"
	not names_address
}

warnings contains {
	"rule": "high_cost",
	"message": concat("", [
		step, " is expensive: its estimate of ", usd(input.check.estimatedCostUsd), " is above ", usd(threshold),
	]),
	"way_out": "take a cheaper model, or raise \"warn_above_usd\"",
} if {
	input.check.action == "llm_call"
	is_amount(input.check.estimatedCostUsd)
	input.check.estimatedCostUsd > threshold
}

warnings contains {
	"rule": "high_cost",
	"message": concat("", [step, " calls a model, and nobody knows what it costs"]),
	"way_out": "write \"estimated_cost_usd\" at the step",
} if {
	input.check.action == "llm_call"
	not knows_cost
}

warnings contains {
	"rule": rule,
	"message": concat("", ["what ", step, " does is not known: its action is not a word"]),
	"way_out": "write \"action\" of the step as a word, or leave it out",
} if {
	not knows_action
	some rule in ["file_deletion", "insecure_api_call", "high_cost"]
}

# METADATA
# description: The action is a word, or the step says none.
knows_action if is_string(input.check.action)
knows_action if not says_action

# METADATA
# description: The step has an action, of whatever kind.
says_action if {
	some "action", _ in input.check
}

# METADATA
# description: The address that is called is there.
names_address if is_string(input.check.resource.url)

# METADATA
# description: Both the estimate and the amount to compare it with are there.
knows_cost if {
	is_amount(input.check.estimatedCostUsd)
	is_amount(threshold)
}

# METADATA
# description: The amount above which a call to a model is worth a warning, in millionths of a dollar.
threshold := data.stepgate.parameters["default"].warn_above_usd

# METADATA
# description: The step, as messages name it.
step := concat("", ["step \"", input.check.id, "\""]) if {
	is_string(input.check.id)
} else := "the step"

# METADATA
# description: A whole number of millionths of a dollar, within what an amount may be.
is_amount(value) if {
	is_number(value)
	value >= 0
	value <= 9000000000000000
	floor(value) == value
}

# METADATA
# description: >-
#   An amount in words, exactly: $1.50 for 1500000. Written with json.marshal, because format_int ends the evaluation
#   in WebAssembly where a number has more than 32 bits.
usd(micro) := concat("", [
	"$", json.marshal((micro - rest) / 1000000), ".",
	substring(digits, 1, 2), trim_right(substring(digits, 3, 4), "0"),
]) if {
	rest := micro % 1000000
	digits := json.marshal(1000000 + rest)
}
