package stepgate.packs.cost_control_test

import data.stepgate.packs.cost_control as pack

defaults := {
	"counter": "spent",
	"expensive_models": ["gpt-4", "claude-opus-4"],
	"low_priorities": ["low"],
	"exempt_roles": [],
}

# A model call of high priority that costs $2.00, of which every fact is there.
call := {"id": "summarise", "action": "llm_call", "model": "small", "taskPriority": "high", "estimatedCostUsd": 2000000}

alice := {"login": "alice", "roles": ["developer"]}

money(value) := {"value": value, "unit": "micro", "source": "file", "at": "2026-11-21T17:20:06Z"}

# What is the same for every step, and what is about this one.
parts contains pack.shared

parts contains pack.answer

whole := {kind: findings |
	some kind in ["deny", "approve", "unknown"]
	findings := {finding | some part in parts; some finding in part[kind]}
}

nothing := {"deny": set(), "approve": set(), "unknown": set()}

# What the pack answers for this step, with these parameters on top of the defaults and these counters.
answer(parameters, check, usage) := result if {
	result := whole with input as {"check": check, "actor": alice, "usage": usage}
		with data.stepgate.parameters as {"cost-control": object.union(defaults, parameters)}
}

said(kind, found) := {line | some f in found[kind]; line := concat(": ", [f.rule, f.message])}

words(found) := {kind: lines | some kind in ["deny", "approve", "unknown"]; lines := said(kind, found); count(lines) > 0}

but(changes) := object.union(call, changes)

without(names) := object.remove(call, names)

budget := {"budget_usd": 10000000}

table := [
	{"name": "no parameters but the defaults", "with": {}, "step": call, "usage": {}, "expect": {}},
	{"name": "a step that costs nothing that anybody says", "with": budget, "step": {"id": "lint"}, "usage": {}, "expect": {}},
	{"name": "it fits", "with": budget, "step": call, "usage": {"spent": money(7999999)}, "expect": {}},
	{"name": "it fits exactly", "with": budget, "step": call, "usage": {"spent": money(8000000)}, "expect": {}},
	{
		"name": "a millionth too much",
		"with": budget, "step": call, "usage": {"spent": money(8000001)},
		"expect": {"deny": {concat("", [
			`budget_exceeded: the estimate of step "summarise", $2.00, does not fit into the budget: `,
			`$8.000001 of $10.00 are spent`,
		])}},
	},
	{
		"name": "a step that calls no model but has an estimate",
		"with": budget, "step": {"id": "train", "estimatedCostUsd": 2000000}, "usage": {"spent": money(9500000)},
		"expect": {"deny": {concat("", [
			`budget_exceeded: the estimate of step "train", $2.00, does not fit into the budget: `,
			`$9.50 of $10.00 are spent`,
		])}},
	},
	{
		"name": "a budget of nothing",
		"with": {"budget_usd": 0}, "step": call, "usage": {"spent": money(0)},
		"expect": {"deny": {concat("", [
			`budget_exceeded: the estimate of step "summarise", $2.00, does not fit into the budget: `,
			`$0.00 of $0.00 are spent`,
		])}},
	},
	{
		"name": "the largest amounts",
		"with": {"budget_usd": 9000000000000000}, "step": but({"estimatedCostUsd": 9000000000000000}),
		"usage": {"spent": money(9000000000000000)},
		"expect": {"deny": {concat("", [
			`budget_exceeded: the estimate of step "summarise", $9000000000.00, does not fit into the budget: `,
			`$9000000000.00 of $9000000000.00 are spent`,
		])}},
	},
	{
		"name": "another counter",
		"with": {"budget_usd": 10000000, "counter": "month"}, "step": call,
		"usage": {"spent": money(0), "month": money(10000000)},
		"expect": {"deny": {concat("", [
			`budget_exceeded: the estimate of step "summarise", $2.00, does not fit into the budget: `,
			`$10.00 of $10.00 are spent`,
		])}},
	},
	{
		"name": "more than is left",
		"with": {"remaining_counter": "left"}, "step": call, "usage": {"left": money(1500000)},
		"expect": {"deny": {concat("", [
			`budget_exceeded: the estimate of step "summarise", $2.00, is more than the $1.50 `,
			`that are left by the counter "left"`,
		])}},
	},
	{
		"name": "as much as is left",
		"with": {"remaining_counter": "left"}, "step": call, "usage": {"left": money(2000000)},
		"expect": {},
	},
	{
		"name": "both kinds of budget have to hold",
		"with": {"budget_usd": 10000000, "remaining_counter": "left"}, "step": call,
		"usage": {"spent": money(0), "left": money(0)},
		"expect": {"deny": {concat("", [
			`budget_exceeded: the estimate of step "summarise", $2.00, is more than the $0.00 `,
			`that are left by the counter "left"`,
		])}},
	},
	{
		"name": "more than one step may cost",
		"with": {"max_per_step_usd": 1999999}, "step": call, "usage": {},
		"expect": {"deny": {concat("", [
			`max_estimate: the estimate of step "summarise", $2.00, is more than the $1.999999 `,
			`that one step may cost`,
		])}},
	},
	{"name": "as much as one step may cost", "with": {"max_per_step_usd": 2000000}, "step": call, "usage": {}, "expect": {}},
	{
		"name": "an estimate that people have to agree to",
		"with": {"approve_above_usd": 1000000}, "step": call, "usage": {},
		"expect": {"approve": {concat("", [
			`approval_above: the estimate of step "summarise", $2.00, is above the $1.00 `,
			`up to which nobody has to agree`,
		])}},
	},
	{"name": "an estimate at that amount", "with": {"approve_above_usd": 2000000}, "step": call, "usage": {}, "expect": {}},
	{
		"name": "an expensive model for little",
		"with": {}, "step": but({"model": "claude-opus-4", "taskPriority": "low"}), "usage": {},
		"expect": {"deny": {concat("", [
			`expensive_model_for_low_priority: step "summarise" calls the expensive model claude-opus-4 `,
			`for a task of priority low`,
		])}},
	},
	{
		"name": "in other letters",
		"with": {}, "step": but({"model": "GPT-4", "taskPriority": "Low"}), "usage": {},
		"expect": {"deny": {concat("", [
			`expensive_model_for_low_priority: step "summarise" calls the expensive model GPT-4 `,
			`for a task of priority Low`,
		])}},
	},
	{
		"name": "a pattern, of which the * takes dots and slashes",
		"with": {"expensive_models": ["*gpt-4*"]}, "step": but({"model": "openai/gpt-4.1", "taskPriority": "low"}),
		"usage": {},
		"expect": {"deny": {concat("", [
			`expensive_model_for_low_priority: step "summarise" calls the expensive model openai/gpt-4.1 `,
			`for a task of priority low`,
		])}},
	},
	{
		"name": "a model whose name only begins like an expensive one",
		"with": {}, "step": but({"model": "gpt-4-mini", "taskPriority": "low"}), "usage": {},
		"expect": {},
	},
	{"name": "an expensive model for much", "with": {}, "step": but({"model": "gpt-4"}), "usage": {}, "expect": {}},
	{"name": "a cheap model for little", "with": {}, "step": but({"taskPriority": "low"}), "usage": {}, "expect": {}},
	{
		"name": "no model is expensive",
		"with": {"expensive_models": []}, "step": without(["model", "taskPriority"]), "usage": {},
		"expect": {},
	},
	{
		"name": "no priority is low",
		"with": {"low_priorities": []}, "step": without(["model", "taskPriority"]), "usage": {},
		"expect": {},
	},
	{"name": "a cheap model, and no priority", "with": {}, "step": without(["taskPriority"]), "usage": {}, "expect": {}},
	{"name": "a high priority, and no model", "with": {}, "step": without(["model"]), "usage": {}, "expect": {}},
]

test_the_table[row.name] if {
	some row in table
	words(answer(row["with"], row.step, row.usage)) == row.expect
}

test_the_approvals_are_those_of_the_parameters if {
	asked := {"approve_above_usd": 0, "approvals": {"count": 2, "roles": ["maintainer"]}}
	[f.approvals | some f in answer(asked, call, {}).approve] == [{"count": 2, "roles": ["maintainer"]}]
	[f.approvals | some f in answer({"approve_above_usd": 0}, call, {}).approve] == [{"count": 1}]
	left_out := whole with input as {"check": call}
		with data.stepgate.parameters as {"cost-control": object.remove(object.union(defaults, asked), ["approvals"])}
	[f.approvals | some f in left_out.approve] == [{"count": 1}]
}

test_a_step_without_a_name_is_the_step if {
	said("deny", answer({"max_per_step_usd": 0}, {"estimatedCostUsd": 1}, {})) == {
		"max_estimate: the estimate of the step, $0.000001, is more than the $0.00 that one step may cost",
	}
}

# What the pack answers where nothing may be spent and maintainers are exempt, for these people.
for_people(people) := result if {
	result := whole with input as object.union(people, {"check": call})
		with data.stepgate.parameters as {"cost-control": object.union(
			defaults,
			{"max_per_step_usd": 0, "exempt_roles": ["maintainer", "finance"]},
		)}
}

maintainer := {"login": "mia", "roles": ["developer", "maintainer"]}

test_everybody_behind_the_run_has_to_be_exempt if {
	for_people({"actor": maintainer}) == nothing
	for_people({"actor": maintainer, "others": []}) == nothing
	for_people({"actor": maintainer, "others": [{"login": "fred", "as": "pusher", "roles": ["finance"]}]}) == nothing
	count(for_people({"actor": alice}).deny) == 1
	count(for_people({"actor": alice, "others": [maintainer]}).deny) == 1
	count(for_people({"actor": maintainer, "others": [alice]}).deny) == 1
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
