# What the rules of the pack stand on: the parameters, the step, the counters and the people, each known or not.
package stepgate.packs.cost_control

# METADATA
# description: What was given in `policy.packs`, with the defaults of the schema.
params := data.stepgate.parameters["cost-control"]

# METADATA
# description: What is not of its type, without which nothing can be said.
misread contains {
	"rule": "budget_exceeded",
	"message": "the pack's parameters are not there, or not of the types of its schema",
	"way_out": ask_the_gate,
} if {
	not knows_parameters
}

# METADATA
# description: The way out of what the gate would have refused.
ask_the_gate := "ask through the gate: it refuses a config in which these are wrong"

# METADATA
# description: The step calls a model, says what it costs, or cannot be told.
concerned if says("estimatedCostUsd")
concerned if calls_model
concerned if not knows_step

# METADATA
# description: There is a step, and what it does is a word where it says so.
knows_step if {
	is_object(input.check)
	is_string(object.get(input.check, "action", ""))
}

# METADATA
# description: The parameters that every rule relies on are of their types; amounts are, where they are given.
knows_parameters if {
	is_string(params.counter)
	is_string(object.get(params, "remaining_counter", ""))
	is_array(params.expensive_models)
	is_array(params.low_priorities)
	is_array(params.exempt_roles)
	every name in ["budget_usd", "max_per_step_usd", "approve_above_usd"] {
		is_amount(object.get(params, name, 0))
	}
}

# METADATA
# description: The rules that need an estimate, as far as a parameter switches them on.
rules_of_money := {rule |
	some name, rule in {
		"budget_usd": "budget_exceeded", "remaining_counter": "budget_exceeded",
		"max_per_step_usd": "max_estimate", "approve_above_usd": "approval_above",
	}
	name in object.keys(params)
}

# METADATA
# description: The step calls a model, whatever else it does.
calls_model if input.check.action == "llm_call"
calls_model if input.check.type == "ai"
calls_model if input.check.ai == true
calls_model if says("model")

# METADATA
# description: The step has this key, whatever its value.
says(key) if {
	_ = input.check[key]
}

# METADATA
# description: What is wrong with the estimate; undefined where it is an amount, or where nobody needs one.
why_no_estimate := "has an estimate that is not an amount" if {
	says("estimatedCostUsd")
	not is_amount(input.check.estimatedCostUsd)
} else := "calls a model, and nobody knows what it costs" if {
	calls_model
	not says("estimatedCostUsd")
}

# METADATA
# description: What the step will cost, in millionths of a dollar.
estimate := input.check.estimatedCostUsd if is_amount(input.check.estimatedCostUsd)

# METADATA
# description: What is spent already, or why nobody knows; undefined where no budget asks for it.
spent := reading(params.counter) if params.budget_usd

# METADATA
# description: What is left, or why nobody knows; undefined where no budget asks for it.
remaining := reading(params.remaining_counter)

# METADATA
# description: Why a counter that is asked for is not known.
unread contains spent.why
unread contains remaining.why

# METADATA
# description: The amount of a counter, or why there is none.
reading(name) := {"why": concat("", ["the counter ", quoted(name), " is not there"])} if {
	not is_object(object.get(input, ["usage", name], null))
} else := {"why": concat("", ["the counter ", quoted(name), " is not known: ", why_unknown(name)])} if {
	some "unknown", _ in input.usage[name]
} else := {"why": concat("", ["the counter ", quoted(name), " does not count money"])} if {
	object.get(input.usage[name], "unit", "") != "micro"
} else := {"value": input.usage[name].value} if {
	is_amount(input.usage[name].value)
} else := {"why": concat("", ["the value of the counter ", quoted(name), " is not an amount"])}

# METADATA
# description: The counter's own words.
why_unknown(name) := input.usage[name].unknown if {
	is_string(input.usage[name].unknown)
} else := "nobody says why"

# METADATA
# description: What the step says under this key, where that is a word.
word(key) := input.check[key] if {
	is_string(input.check[key])
	input.check[key] != ""
}

# METADATA
# description: The model that the step calls.
model := word("model")

# METADATA
# description: How much the step's task matters.
priority := word("taskPriority")

# METADATA
# description: Whether the model is one of those that are too good for tasks of low priority, where it is known.
is_expensive := count([1 | some pattern in params.expensive_models; is_like(lower(pattern), lower(model))]) > 0 if {
	is_string(model)
}

# METADATA
# description: The name, or a pattern for it; asked apart, because a pattern costs a hundred times what a name does.
is_like(pattern, name) if pattern == name

is_like(pattern, name) if {
	replace(replace(pattern, "*", ""), "?", "") != pattern
	glob.match(pattern, null, name)
}

# METADATA
# description: Whether the task is of low priority, where that is known.
is_low := count([1 | some low in params.low_priorities; lower(low) == lower(priority)]) > 0 if is_string(priority)

# METADATA
# description: The model and the priority are known, or one of them that rules out a denial by itself.
models_settled if is_expensive == false

models_settled if is_low == false

models_settled if {
	is_expensive
	is_low
}

# METADATA
# description: Everybody behind the run has one of the roles to which this pack does not apply.
exempt if {
	is_exempt(input.actor)
	others := object.get(input, "others", [])
	is_array(others)
	every other in others {
		is_exempt(other)
	}
}

# METADATA
# description: This person has one of the exempt roles.
is_exempt(person) if {
	some role in params.exempt_roles
	is_array(person.roles)
	role in person.roles
}

# METADATA
# description: The step, as messages name it.
step := concat(" ", ["step", quoted(input.check.id)]) if {
	is_string(input.check.id)
} else := "the step"

# METADATA
# description: The beginning of the messages about its estimate.
costs := concat("", ["the estimate of ", step, ", ", usd(estimate)])

# METADATA
# description: The name of a counter, as messages write it.
quoted(name) := concat("", ["\"", name, "\""])

# METADATA
# description: A whole number of millionths of a dollar, within what an amount may be.
is_amount(value) if {
	is_number(value)
	value >= 0
	value <= 9000000000000000
	floor(value) == value
}

# METADATA
# description: An amount in words, exactly, as $1.50. In WebAssembly format_int breaks off above 32 bits; json.marshal does not.
usd(micro) := concat("", [
	"$", json.marshal((micro - rest) / 1000000), ".",
	substring(digits, 1, 2), trim_right(substring(digits, 3, 4), "0"),
]) if {
	rest := micro % 1000000
	digits := json.marshal(1000000 + rest)
}
