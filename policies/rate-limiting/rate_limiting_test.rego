package stepgate.packs.rate_limiting_test

import data.stepgate.packs.rate_limiting as pack

alice := {"login": "alice", "roles": ["developer"]}

runs(value) := {"value": value, "unit": "count", "source": "actions", "at": "2026-11-21T17:20:06Z"}

default_limits := [{"counter": "runs", "max": 100}]

# What is the same for every step, and what is about this one.
parts contains pack.shared

parts contains pack.answer

whole := {kind: findings |
	some kind in ["deny", "unknown"]
	findings := {finding | some part in parts; some finding in part[kind]}
}

nothing := {"deny": set(), "unknown": set()}

answer(limits, check, usage) := result if {
	result := whole with input as {"check": check, "actor": alice, "usage": usage}
		with data.stepgate.parameters as {"rate-limiting": {"limits": limits, "exempt_roles": []}}
}

said(found) := {kind: lines |
	some kind in ["deny", "unknown"]
	lines := {f.message | some f in found[kind]; f.rule == "rate_limit_exceeded"}
	count(lines) > 0
}

over(message) := {"deny": {message}}

of_100(value) := over(concat("", [
	`step "ask" is over the rate limit of the counter "runs": `,
	value, " of 100",
]))

ask := {"id": "ask", "action": "llm_call"}

for_calls := [{"counter": "runs", "max": 100, "actions": ["llm_call", "external_api_call"]}]

for_writes := [{"counter": "runs", "max": 100, "actions": ["file_w*", "ll?_call"]}]

for_any := [{"counter": "runs", "max": 100, "actions": ["*"]}]

for_nightly := [{"counter": "runs", "max": 100, "steps": ["nightly-*", "ask"]}]

table := [
	{"name": "below", "limits": default_limits, "step": ask, "usage": {"runs": runs(99)}, "expect": {}},
	{"name": "none yet", "limits": default_limits, "step": ask, "usage": {"runs": runs(0)}, "expect": {}},
	{"name": "at it", "limits": default_limits, "step": ask, "usage": {"runs": runs(100)}, "expect": of_100("100")},
	{"name": "above", "limits": default_limits, "step": ask, "usage": {"runs": runs(101)}, "expect": of_100("101")},
	{
		"name": "far above what 32 bits hold",
		"limits": default_limits, "step": ask, "usage": {"runs": runs(9000000000000000)},
		"expect": of_100("9000000000000000"),
	},
	{
		"name": "with a window",
		"limits": default_limits, "step": ask, "usage": {"runs": object.union(runs(120), {"window": "24h"})},
		"expect": over(`step "ask" is over the rate limit of the counter "runs": 120 of 100 in 24h`),
	},
	{
		"name": "with a window that is not a word",
		"limits": default_limits, "step": ask, "usage": {"runs": object.union(runs(120), {"window": 24})},
		"expect": of_100("120"),
	},
	{
		"name": "a limit of nothing",
		"limits": [{"counter": "runs", "max": 0}], "step": ask, "usage": {"runs": runs(0)},
		"expect": over(`step "ask" is over the rate limit of the counter "runs": 0 of 0`),
	},
	{"name": "its action", "limits": for_calls, "step": ask, "usage": {"runs": runs(100)}, "expect": of_100("100")},
	{
		"name": "an ai step calls a model",
		"limits": for_calls, "step": {"id": "ask", "type": "ai"}, "usage": {"runs": runs(100)},
		"expect": of_100("100"),
	},
	{
		"name": "a step that is an ai step by its prompt calls a model",
		"limits": for_calls, "step": {"id": "ask", "ai": true}, "usage": {"runs": runs(100)},
		"expect": of_100("100"),
	},
	{
		"name": "an ai step calls a model, whatever else it does",
		"limits": for_calls, "step": {"id": "ask", "type": "ai", "action": "file_read"}, "usage": {"runs": runs(100)},
		"expect": of_100("100"),
	},
	{
		"name": "another action, and the counter does not matter",
		"limits": for_calls, "step": {"id": "ask", "action": "file_read"}, "usage": {},
		"expect": {},
	},
	{
		"name": "an action that a pattern is for",
		"limits": for_writes, "step": {"id": "ask", "action": "file_write"}, "usage": {"runs": runs(100)},
		"expect": of_100("100"),
	},
	{
		"name": "the action of a call to a model, by a pattern",
		"limits": for_writes, "step": {"id": "ask", "type": "ai"}, "usage": {"runs": runs(100)},
		"expect": of_100("100"),
	},
	{
		"name": "an action that no pattern is for",
		"limits": for_writes, "step": {"id": "ask", "action": "file_read"}, "usage": {},
		"expect": {},
	},
	{"name": "no action, and a pattern for any", "limits": for_any, "step": {"id": "ask"}, "usage": {}, "expect": {}},
	{"name": "no action", "limits": for_calls, "step": {"id": "ask"}, "usage": {}, "expect": {}},
	{"name": "its id", "limits": for_nightly, "step": {"id": "ask"}, "usage": {"runs": runs(100)}, "expect": of_100("100")},
	{
		"name": "its id, by a pattern of which the * takes dots and slashes",
		"limits": for_nightly, "step": {"id": "nightly-v1.2/eu"}, "usage": {"runs": runs(100)},
		"expect": over(`step "nightly-v1.2/eu" is over the rate limit of the counter "runs": 100 of 100`),
	},
	{"name": "another id", "limits": for_nightly, "step": {"id": "asks"}, "usage": {}, "expect": {}},
	{
		"name": "both have to fit",
		"limits": [{"counter": "runs", "max": 1, "actions": ["llm_call"], "steps": ["x"]}], "step": ask, "usage": {},
		"expect": {},
	},
	{
		"name": "two limits, and one of them is not known",
		"limits": [{"counter": "runs", "max": 100}, {"counter": "hour", "max": 5}], "step": ask,
		"usage": {"runs": runs(100)},
		"expect": object.union(of_100("100"), {"unknown": {concat("", [
			`the rate limit of step "ask" cannot be checked: `,
			`the counter "hour" is not there`,
		])}}),
	},
]

test_the_table[row.name] if {
	some row in table
	said(answer(row.limits, row.step, row.usage)) == row.expect
}

counters := [
	{"name": "no counter at all", "usage": {}, "why": `the counter "runs" is not there`},
	{"name": "counters that are no object", "usage": 7, "why": `the counter "runs" is not there`},
	{"name": "a counter that is null", "usage": {"runs": null}, "why": `the counter "runs" is not there`},
	{"name": "a counter that is a number", "usage": {"runs": 0}, "why": `the counter "runs" is not there`},
	{
		"name": "a counter that could not be had",
		"usage": {"runs": {"unknown": "the token may not read actions", "source": "actions"}},
		"why": `the counter "runs" is not known: the token may not read actions`,
	},
	{
		"name": "a counter that could not be had, with a value all the same",
		"usage": {"runs": object.union(runs(0), {"unknown": "only 1000 runs were read"})},
		"why": `the counter "runs" is not known: only 1000 runs were read`,
	},
	{
		"name": "a counter that could not be had, and does not say why",
		"usage": {"runs": {"unknown": false}},
		"why": `the counter "runs" is not known: nobody says why`,
	},
	{
		"name": "a counter of money",
		"usage": {"runs": {"value": 0, "unit": "micro"}},
		"why": `the counter "runs" does not count things`,
	},
	{"name": "a counter without a unit", "usage": {"runs": {"value": 0}}, "why": `the counter "runs" does not count things`},
	{"name": "no value", "usage": {"runs": {"unit": "count"}}, "why": `the value of the counter "runs" is not a number of things`},
	{"name": "a value in words", "usage": {"runs": runs("0")}, "why": `the value of the counter "runs" is not a number of things`},
	{"name": "a value that is false", "usage": {"runs": runs(false)}, "why": `the value of the counter "runs" is not a number of things`},
	{"name": "a negative value", "usage": {"runs": runs(-1)}, "why": `the value of the counter "runs" is not a number of things`},
	{"name": "half a run", "usage": {"runs": runs(0.5)}, "why": `the value of the counter "runs" is not a number of things`},
	{
		"name": "a value that is not exact any more",
		"usage": {"runs": runs(9000000000000001)},
		"why": `the value of the counter "runs" is not a number of things`,
	},
]

test_a_counter_that_is_not_known_decides_nothing[row.name] if {
	some row in counters
	message := concat("", [`the rate limit of step "ask" cannot be checked: `, row.why])
	said(answer(default_limits, ask, row.usage)) == {"unknown": {message}}
}

test_a_step_that_cannot_be_understood_is_unknown if {
	message := "the input names no step with an id, or one whose action or type is not a word"
	every odd in [null, 7, {}, {"id": 7}, {"id": "ask", "action": 7}, {"id": "ask", "action": null}, {"id": "ask", "type": ["ai"]}] {
		message in said(answer(for_calls, odd, {"runs": runs(0)})).unknown
	}
	message in said(answer(for_nightly, {}, {"runs": runs(0)})).unknown
	message in said(answer(default_limits, {}, {})).unknown
}

no_parameters := "the pack's parameters are not there, or not of the types of its schema"

test_parameters_that_are_not_of_the_schema_are_unknown if {
	limit := default_limits[0]
	every odd in [
		null, "runs", [], {}, [7], [{"max": 1}], [{"counter": "runs"}], [object.union(limit, {"max": "100"})],
		[object.union(limit, {"max": -1})], [object.union(limit, {"actions": "llm_call"})],
		[object.union(limit, {"actions": false})], [object.union(limit, {"steps": null})],
	] {
		no_parameters in said(answer(odd, ask, {"runs": runs(0)})).unknown
	}
	without := whole with input as {"check": ask}
	said(without) == {"unknown": {no_parameters}}
	no_roles := whole with input as {"check": ask, "usage": {"runs": runs(0)}}
		with data.stepgate.parameters as {"rate-limiting": {"limits": default_limits}}
	said(no_roles) == {"unknown": {no_parameters}}
}

for_people(people) := result if {
	result := whole with input as object.union(people, {"check": ask, "usage": {"runs": runs(100)}})
		with data.stepgate.parameters as {"rate-limiting": {"limits": default_limits, "exempt_roles": ["maintainer", "bot"]}}
}

maintainer := {"login": "mia", "roles": ["developer", "maintainer"]}

test_everybody_behind_the_run_has_to_be_exempt if {
	for_people({"actor": maintainer}) == nothing
	for_people({"actor": maintainer, "others": []}) == nothing
	for_people({"actor": maintainer, "others": [{"login": "release[bot]", "as": "pusher", "roles": ["bot"]}]}) == nothing
	count(for_people({"actor": alice}).deny) == 1
	count(for_people({"actor": alice, "others": [maintainer]}).deny) == 1
	count(for_people({"actor": maintainer, "others": [maintainer, alice]}).deny) == 1
}

test_people_of_whom_too_little_is_known_are_not_exempt if {
	count(for_people({}).deny) == 1
	every odd in [null, {}, {"login": "mia"}, {"roles": null}, {"roles": "maintainer"}, {"roles": {"maintainer": "maintainer"}}] {
		count(for_people({"actor": odd}).deny) == 1
		count(for_people({"actor": maintainer, "others": [odd]}).deny) == 1
	}
	every odd in [null, {}, "maintainer", {"mia": maintainer}] {
		count(for_people({"actor": maintainer, "others": odd}).deny) == 1
	}
}
