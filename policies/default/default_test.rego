package stepgate.packs.default_test

import data.stepgate.packs["default"] as pack

# What the pack warns of for a step with these facts, as "rule: message".
said(facts) := {line |
	found := pack.answer with input as {"check": object.union({"id": "work"}, facts)}
		with data.stepgate.parameters as {"default": {"warn_above_usd": 1000000}}
	object.keys(found) == {"warn"}
	some warning in found.warn
	line := concat(": ", [warning.rule, warning.message])
}

unknown_cost := `high_cost: step "work" calls a model, and nobody knows what it costs`

unknown_address := concat("", [
	`insecure_api_call: step "work" calls an address that nobody knows: `,
	`its resource has no "url"`,
])

insecure := `insecure_api_call: step "work" calls an address that does not begin with https://`

table := [
	{"name": "a step that says nothing", "step": {}, "expect": set()},
	{"name": "an action that no rule is about", "step": {"action": "file_read"}, "expect": set()},
	{
		"name": "files are deleted",
		"step": {"action": "file_delete"},
		"expect": {`file_deletion: step "work" deletes files`},
	},
	{
		"name": "https",
		"step": {"action": "external_api_call", "resource": {"url": "https://api.example"}},
		"expect": set(),
	},
	{
		"name": "the scheme in capitals is the same scheme",
		"step": {"action": "external_api_call", "resource": {"url": "HTTPS://api.example"}},
		"expect": set(),
	},
	{
		"name": "http",
		"step": {"action": "external_api_call", "resource": {"url": "http://api.example"}},
		"expect": {insecure},
	},
	{
		"name": "https somewhere else in the address",
		"step": {"action": "external_api_call", "resource": {"url": "http://api.example/?next=https://"}},
		"expect": {insecure},
	},
	{
		"name": "a scheme that only begins like https",
		"step": {"action": "external_api_call", "resource": {"url": "https-but-not://api.example"}},
		"expect": {insecure},
	},
	{
		"name": "an empty address",
		"step": {"action": "external_api_call", "resource": {"url": ""}},
		"expect": {insecure},
	},
	{
		"name": "no resource",
		"step": {"action": "external_api_call"},
		"expect": {unknown_address},
	},
	{
		"name": "an address that is no string",
		"step": {"action": "external_api_call", "resource": {"url": ["https://api.example"]}},
		"expect": {unknown_address},
	},
	{
		"name": "another action with an address",
		"step": {"action": "deploy", "resource": {"url": "http://api.example"}},
		"expect": set(),
	},
	{
		"name": "a call that is expensive",
		"step": {"action": "llm_call", "estimatedCostUsd": 1500000},
		"expect": {`high_cost: step "work" is expensive: its estimate of $1.50 is above $1.00`},
	},
	{
		"name": "a millionth above",
		"step": {"action": "llm_call", "estimatedCostUsd": 1000001},
		"expect": {`high_cost: step "work" is expensive: its estimate of $1.000001 is above $1.00`},
	},
	{
		"name": "the largest amount",
		"step": {"action": "llm_call", "estimatedCostUsd": 9000000000000000},
		"expect": {`high_cost: step "work" is expensive: its estimate of $9000000000.00 is above $1.00`},
	},
	{
		"name": "exactly the amount",
		"step": {"action": "llm_call", "estimatedCostUsd": 1000000},
		"expect": set(),
	},
	{
		"name": "an expensive step that calls no model",
		"step": {"action": "deploy", "estimatedCostUsd": 9000000},
		"expect": set(),
	},
	{"name": "no estimate", "step": {"action": "llm_call"}, "expect": {unknown_cost}},
	{
		"name": "an estimate in words",
		"step": {"action": "llm_call", "estimatedCostUsd": "9.00"},
		"expect": {unknown_cost},
	},
	{
		"name": "a negative estimate",
		"step": {"action": "llm_call", "estimatedCostUsd": -1},
		"expect": {unknown_cost},
	},
	{
		"name": "an estimate of a part of a millionth",
		"step": {"action": "llm_call", "estimatedCostUsd": 2000000.5},
		"expect": {unknown_cost},
	},
	{
		"name": "an estimate above every amount",
		"step": {"action": "llm_call", "estimatedCostUsd": 9000000000000001},
		"expect": {unknown_cost},
	},
]

test_the_table[row.name] if {
	some row in table
	said(row.step) == row.expect
}

test_an_action_that_is_no_word_is_a_warning_of_each_rule if {
	message := `what step "work" does is not known: its action is not a word`
	every action in [7, null, ["file_delete"], {"file_delete": true}] {
		said({"action": action}) == {
			concat(": ", ["file_deletion", message]),
			concat(": ", ["insecure_api_call", message]),
			concat(": ", ["high_cost", message]),
		}
	}
}

test_an_amount_to_compare_with_that_is_missing_is_a_warning if {
	found := pack.answer with input as {"check": {"id": "work", "action": "llm_call", "estimatedCostUsd": 1}}
		with data.stepgate.parameters as {}
	{warning.rule | some warning in found.warn} == {"high_cost"}
}

# What nobody could make sense of is still allowed: the answer is there, and has nothing but warnings.
test_no_input_is_denied if {
	every odd in [null, {}, [], 7, "x", {"check": 7}, {"check": {"id": 7}}, {"check": {"resource": 7}}] {
		found := pack.answer with input as odd
		object.keys(found) == {"warn"}
	}
}

test_no_input_at_all_is_not_denied_either if {
	object.keys(pack.answer) == {"warn"}
}

test_a_step_without_a_name if {
	found := pack.answer with input as {"check": {"action": "file_delete"}}
	{warning.message | some warning in found.warn} == {"the step deletes files"}
}
