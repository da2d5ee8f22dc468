package stepgate.packs.cost_control_test

import data.stepgate.packs.cost_control as pack

# Every way in which a counter can fail to say what is spent, with the reason that a person reads.
counters := [
	{"name": "no counter at all", "usage": {}, "why": `the counter "spent" is not there`},
	{"name": "counters that are no object", "usage": 7, "why": `the counter "spent" is not there`},
	{"name": "a counter that is null", "usage": {"spent": null}, "why": `the counter "spent" is not there`},
	{"name": "a counter that is a number", "usage": {"spent": 0}, "why": `the counter "spent" is not there`},
	{
		"name": "a counter that could not be had",
		"usage": {"spent": {"unknown": "the endpoint answered 503", "source": "http"}},
		"why": `the counter "spent" is not known: the endpoint answered 503`,
	},
	{
		"name": "a counter that could not be had, with a value all the same",
		"usage": {"spent": {"unknown": "the file is old", "value": 0, "unit": "micro"}},
		"why": `the counter "spent" is not known: the file is old`,
	},
	{
		"name": "a counter that could not be had, and does not say why",
		"usage": {"spent": {"unknown": true, "value": 0, "unit": "micro"}},
		"why": `the counter "spent" is not known: nobody says why`,
	},
	{
		"name": "a counter of runs",
		"usage": {"spent": {"value": 0, "unit": "count"}},
		"why": `the counter "spent" does not count money`,
	},
	{"name": "a counter without a unit", "usage": {"spent": {"value": 0}}, "why": `the counter "spent" does not count money`},
	{"name": "no value", "usage": {"spent": {"unit": "micro"}}, "why": `the value of the counter "spent" is not an amount`},
	{"name": "a value in words", "usage": {"spent": money("0")}, "why": `the value of the counter "spent" is not an amount`},
	{"name": "a negative value", "usage": {"spent": money(-1)}, "why": `the value of the counter "spent" is not an amount`},
	{"name": "half a millionth", "usage": {"spent": money(0.5)}, "why": `the value of the counter "spent" is not an amount`},
	{
		"name": "a value above every amount",
		"usage": {"spent": money(9000000000000001)},
		"why": `the value of the counter "spent" is not an amount`,
	},
]

test_a_counter_that_is_not_known_decides_nothing[row.name] if {
	some row in counters
	expected := concat("", [`budget_exceeded: what step "summarise" may cost is not known: `, row.why])
	words(answer(budget, call, row.usage)) == {"unknown": {expected}}
	words(answer({"remaining_counter": "spent"}, call, row.usage)) == {"unknown": {expected}}
}

test_more_than_the_whole_budget_is_denied_whatever_the_counter_says if {
	found := words(answer(budget, but({"estimatedCostUsd": 10000001}), {}))
	message := `the estimate of step "summarise", $10.000001, is more than the whole budget of $10.00`
	found.deny == {concat(": ", ["budget_exceeded", message])}
	count(found.unknown) == 1
}

every_limit := {
	"budget_usd": 10000000,
	"remaining_counter": "left",
	"max_per_step_usd": 10000000,
	"approve_above_usd": 10000000,
}

of_each_rule(message) := {"unknown": {line |
	some rule in ["budget_exceeded", "max_estimate", "approval_above"]
	line := concat(": ", [rule, message])
}}

plenty := {"spent": money(0), "left": money(9000000)}

# No estimate is no zero: neither where the step says that it calls a model, nor where its type or its model says so.
test_a_call_without_an_estimate_is_unknown_to_each_rule_of_money if {
	every call_of_a_model in [
		without(["estimatedCostUsd"]),
		{"id": "summarise", "type": "ai", "model": "small"},
		{"id": "summarise", "model": "small"},
		{"id": "summarise", "action": "deploy", "type": "ai", "model": "small"},
		{"id": "summarise", "ai": true, "model": "small"},
		{"id": "summarise", "action": "deploy", "type": "claude-code", "ai": true, "model": "small"},
	] {
		words(answer(every_limit, call_of_a_model, plenty)) == of_each_rule(`step "summarise" calls a model, and nobody knows what it costs`)
	}
}

test_an_ai_step_is_known_by_what_it_is if {
	every step in [{"id": "summarise", "ai": true}, {"id": "summarise", "type": "claude-code", "ai": true}] {
		count(answer(every_limit, step, plenty).unknown) > 0
	}
	every step in [{"id": "summarise"}, {"id": "summarise", "ai": false}] {
		count(object.get(answer(every_limit, step, plenty), "unknown", set())) == 0
	}
}

test_an_odd_estimate_is_unknown_to_each_rule_of_money if {
	every odd in ["2.00", null, false, -1, 0.5, 9000000000000001, [1], {"usd": 1}] {
		expected := of_each_rule(`step "summarise" has an estimate that is not an amount`)
		words(answer(every_limit, but({"estimatedCostUsd": odd}), plenty)) == expected
		words(answer(every_limit, {"id": "summarise", "estimatedCostUsd": odd}, plenty)) == expected
	}
}

test_an_estimate_that_no_rule_asks_for_may_be_missing if {
	words(answer({}, without(["estimatedCostUsd"]), {})) == {}
}

models_unknown := {"unknown": {concat("", [
	`expensive_model_for_low_priority: whether step "summarise" calls an expensive model `,
	`for a task of low priority is not known`,
])}}

test_a_model_or_a_priority_that_could_matter_must_be_known if {
	words(answer({}, object.remove(but({"taskPriority": "low"}), ["model"]), {})) == models_unknown
	words(answer({}, object.remove(but({"model": "gpt-4"}), ["taskPriority"]), {})) == models_unknown
	words(answer({}, without(["model", "taskPriority"]), {})) == models_unknown
	words(answer({}, {"id": "summarise", "type": "ai"}, {})) == models_unknown
	every odd in ["", null, 7, ["small"], {"name": "small"}] {
		words(answer({}, but({"model": odd, "taskPriority": "low"}), {})) == models_unknown
		words(answer({}, but({"model": "gpt-4", "taskPriority": odd}), {})) == models_unknown
	}
}

test_an_input_without_a_step_is_unknown if {
	every odd in [null, 7, "x", [], but({"action": 7}), but({"action": null})] {
		said("unknown", answer({}, odd, {})) == {"budget_exceeded: the input names no step, or one whose action is not a word"}
	}
}

test_the_whole_answer_to_no_input_is_unknown if {
	found := whole with input as {}
	{f.rule | some f in found.unknown} == {"budget_exceeded"}
}

test_parameters_that_are_not_of_the_schema_are_unknown if {
	line := "budget_exceeded: the pack's parameters are not there, or not of the types of its schema"
	every odd in [
		{"counter": 7}, {"remaining_counter": 7}, {"expensive_models": "gpt-4"}, {"low_priorities": null},
		{"exempt_roles": "admin"}, {"budget_usd": "10.00"}, {"max_per_step_usd": -1}, {"approve_above_usd": null},
	] {
		line in said("unknown", answer(odd, call, {"spent": money(0)}))
	}
	found := whole with input as {"check": call}
		with data.stepgate.parameters as {}
	said("unknown", found) == {line}
}
