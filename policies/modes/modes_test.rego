package stepgate.packs.modes_test

import data.stepgate.packs.modes

# As the engine hands them over, with the defaults filled in.
risky(lists) := {
	"risky": object.union({"steps": [], "tags": [], "actions": [], "criticality": [], "capabilities": []}, lists),
	"auto_roles": [],
}

asked(check) := {"check": check, "actor": {"login": "alice", "roles": ["developer"]}, "runMode": "consumer"}

write := {
	"id": "write-rows",
	"tags": ["database"],
	"action": "database_write",
	"criticality": "external",
	"capabilities": ["db.read", "db.write"],
}

as_auto := object.union(write, {"mode": "auto"})

answer(written, document) := result if {
	result := whole with input as document with data.stepgate.parameters as {"modes": written}
}

# What the pack says, even where it is nothing.
whole := modes.answer if {
	modes.answer
} else := quiet

quiet := {"deny": set(), "approve": set(), "unknown": set(), "warn": set(), "modify": {}}

messages(findings) := {finding.message | some finding in findings}

rules(findings) := {finding.rule | some finding in findings}

test_nothing_is_risky_and_nothing_has_a_limit if {
	answer({"auto_roles": []}, asked(as_auto)) == quiet
	answer(risky({}), asked(as_auto)) == quiet
	answer(risky({}), {}) == quiet
}

test_where_nothing_is_risky_it_is_silent if {
	not modes.answer with input as asked(as_auto) with data.stepgate.parameters as {"modes": risky({})}
}

# What is risky.

naming := [
	{"lists": {"steps": ["write-*"]}, "because": `its id "write-rows"`},
	{"lists": {"tags": ["x", "data*"]}, "because": `its tag "database"`},
	{"lists": {"actions": ["*_write"]}, "because": `its action "database_write"`},
	{"lists": {"criticality": ["external"]}, "because": `its criticality "external"`},
	{"lists": {"capabilities": ["db.write"]}, "because": `the capability "db.write" that it needs`},
	{"lists": {"capabilities": ["db.*"]}, "because": `the capability "db.read" that it needs`},
	{"lists": {"steps": ["write-?ows"], "tags": ["database"]}, "because": `its id "write-rows"`},
]

test_a_risky_step_runs_in_mode_draft[format_int(i, 10)] if {
	some i, row in naming
	answer(risky(row.lists), asked(write)) == object.union(quiet, {"modify": {"mode": "draft"}})
	answer(risky(row.lists), asked(object.union(write, {"mode": "draft"}))).modify == {"mode": "draft"}
}

test_a_step_that_says_auto_is_told[format_int(i, 10)] if {
	some i, row in naming
	said := answer(risky(row.lists), asked(as_auto))
	said.modify == {"mode": "draft"}
	said.warn == {{
		"rule": "draft_forced",
		"message": concat("", ["is risky because of ", row.because, ", and is to run in mode draft although it says auto"]),
		"way_out": "set \"mode: draft\", or have somebody run it who may run it in mode auto",
	}}
}

harmless := [
	{"steps": ["write"]},
	{"steps": ["rows*"]},
	{"tags": ["data"]},
	{"actions": ["write"]},
	{"criticality": ["internal"]},
	{"capabilities": ["db"]},
]

test_another_step_is_not_risky if {
	every lists in harmless {
		answer(risky(lists), asked(as_auto)) == quiet
	}
	every lists in [{"tags": ["*"]}, {"actions": ["*"]}, {"criticality": ["*"]}, {"capabilities": ["*"]}] {
		answer(risky(lists), asked({"id": "lint", "mode": "auto"})) == quiet
	}
}

# What cannot be read.

unreadable := [
	{"lists": {"steps": ["x"]}, "check": {"id": 3}},
	{"lists": {"tags": ["x"]}, "check": {"tags": ["y"]}},
	{"lists": {"tags": ["x"]}, "check": null},
	{"lists": {"tags": ["x"]}, "check": {"id": "a", "tags": "x"}},
	{"lists": {"tags": ["x"]}, "check": {"id": "a", "tags": null}},
	{"lists": {"tags": ["x"], "capabilities": ["x"]}, "check": {"id": "a", "tags": 3, "capabilities": 3}},
	{"lists": {"capabilities": ["x"]}, "check": {"id": "a", "capabilities": ["y", 3]}},
	{"lists": {"capabilities": ["x"]}, "check": {"id": "a", "capabilities": "x"}},
	{"lists": {"actions": ["x"]}, "check": {"id": "a", "action": ["x"]}},
	{"lists": {"criticality": ["x"]}, "check": {"id": "a", "criticality": null}},
]

test_what_cannot_be_read_may_be_risky if {
	every row in unreadable {
		said := answer(risky(row.lists), {"check": row.check})
		said.modify == {"mode": "draft"}
		rules(said.unknown) == {"draft_forced"}
	}
	said := answer(risky({"steps": ["x"]}), {})
	messages(said.unknown) == {"it is not known which step this is, so that it may be risky"}
}

test_what_is_risky_anyway_needs_no_more if {
	said := answer(risky({"steps": ["a"], "tags": ["x"]}), asked({"id": "a", "tags": 3}))
	said == object.union(quiet, {"modify": {"mode": "draft"}})
}

test_a_mode_that_is_not_understood if {
	every mode in ["Auto", "", null, true, 3, ["auto"]] {
		said := answer(risky({"steps": ["*"]}), asked({"id": "a", "mode": mode}))
		said.modify == {"mode": "draft"}
		messages(said.unknown) == {"the mode of the step is neither auto nor draft"}
	}
}

# Who may run it as it is.

people := [
	{"name": "the actor", "actor": {"roles": ["operator"]}, "trusted": true},
	{"name": "the actor without", "actor": {"roles": ["developer"]}, "trusted": false},
	{"name": "roles that are not known", "actor": {}, "trusted": false},
	{"name": "everybody", "actor": {"roles": ["operator"]}, "others": [{"roles": ["operator"]}], "trusted": true},
	{"name": "not everybody", "actor": {"roles": ["operator"]}, "others": [{"roles": []}], "trusted": false},
	{"name": "another, not known", "actor": {"roles": ["operator"]}, "others": [{"login": "bob"}], "trusted": false},
	{"name": "others that are no list", "actor": {"roles": ["operator"]}, "others": {}, "trusted": false},
	{"name": "another alone", "actor": {"roles": []}, "others": [{"roles": ["operator"]}], "trusted": false},
]

test_who_may_run_it_as_it_is[row.name] if {
	some row in people
	written := object.union(risky({"steps": ["write-*"]}), {"auto_roles": ["operator"]})
	document := object.union(object.filter(row, ["actor", "others"]), {"check": as_auto})
	said := answer(written, document)
	said == quiet == row.trusted
	(said.modify == {"mode": "draft"}) == row.trusted == false
}

test_for_those_it_does_not_matter_what_cannot_be_read if {
	written := object.union(risky({"tags": ["x"]}), {"auto_roles": ["operator"]})
	answer(written, {"check": {"id": "a", "tags": 3, "mode": 3}, "actor": {"roles": ["operator"]}}) == quiet
}

# Approval for mode auto.

with_approval := object.union(
	risky({"tags": ["database"]}),
	{"auto_needs_approval": {"count": 2, "roles": ["dba"], "teams": ["org/data"], "users": ["carol"]}},
)

test_mode_auto_waits_for_an_approval if {
	said := answer(with_approval, asked(as_auto))
	object.remove(said, ["approve"]) == object.remove(quiet, ["approve"])
	said.approve == {{
		"rule": "auto_needs_approval",
		"message": `is risky because of its tag "database", and needs an approval to run in mode auto`,
		"way_out": "ask for a review, or set \"mode: draft\"",
		"approvals": {"count": 2, "roles": ["dba"], "teams": ["org/data"], "users": ["carol"]},
	}}
}

test_what_is_left_out_of_the_approval_is_filled_in if {
	written := object.union(risky({"tags": ["database"]}), {"auto_needs_approval": {"roles": ["dba"]}})
	{finding.approvals | some finding in answer(written, asked(as_auto)).approve} == {{"count": 1, "roles": ["dba"], "teams": [], "users": []}}
}

test_a_risky_step_that_does_not_say_auto_runs_in_mode_draft if {
	every check in [write, object.union(write, {"mode": "draft"})] {
		answer(with_approval, asked(check)) == object.union(quiet, {"modify": {"mode": "draft"}})
	}
	said := answer(with_approval, asked(object.union(write, {"mode": "AUTO"})))
	said.modify == {"mode": "draft"}
	rules(said.unknown) == {"auto_needs_approval"}
}

test_what_cannot_be_read_waits_as_well if {
	said := answer(with_approval, asked({"id": "a", "tags": null, "mode": "auto"}))
	rules(said.approve) == {"auto_needs_approval"}
	rules(said.unknown) == {"auto_needs_approval"}
}

# Limits.

general := {"limits": {"cost_usd": 1500000, "llm_calls": 10, "minutes": 30}}

limited(limits) := asked({"id": "a", "limits": limits})

test_every_step_has_the_limits if {
	answer(general, asked({"id": "a"})).modify == {"limits": {"cost_usd": "1.5", "llm_calls": 10, "minutes": 30}}
	answer({"limits": {"minutes": 0}}, {}).modify == {"limits": {"minutes": 0}}
}

test_its_own_limits_stand_where_they_are_lower if {
	said := answer(general, limited({"costUsd": 250000, "llmCalls": 10, "minutes": 0}))
	said == object.union(quiet, {"modify": {"limits": {"cost_usd": "0.25", "llm_calls": 10, "minutes": 0}}})
}

over := [
	{"own": {"costUsd": 1500001}, "says": "asks for a limit of 1.500001 USD, more than the 1.5 USD that there are"},
	{"own": {"llmCalls": 11}, "says": "asks for a limit of 11 calls of a model, more than the 10 calls of a model that there are"},
	{"own": {"minutes": 31}, "says": "asks for a limit of 31 minutes, more than the 30 minutes that there are"},
	{"own": {"minutes": 9000000000000000}, "says": "asks for a limit of 9000000000000000 minutes, more than the 30 minutes that there are"},
]

test_a_step_that_asks_for_more_is_stopped[row.says] if {
	some row in over
	said := answer(general, limited(row.own))
	messages(said.deny) == {row.says}
	said.unknown == set()
	said.modify == {"limits": {"cost_usd": "1.5", "llm_calls": 10, "minutes": 30}}
}

test_what_has_no_limit_may_be_anything if {
	answer({"limits": {"minutes": 5}}, limited({"costUsd": 9000000000000000, "llmCalls": "x"})) == object.union(quiet, {"modify": {"limits": {"minutes": 5}}})
	answer({}, limited({"minutes": 1000})) == quiet
}

costing(cost) := asked({"id": "a", "estimatedCostUsd": cost})

test_an_estimate_over_the_limit_is_stopped if {
	answer(general, costing(1500000)).deny == set()
	messages(answer(general, costing(2000000)).deny) == {"is estimated to cost 2 USD, more than the 1.5 USD that there are"}
	answer({"limits": {"minutes": 5}}, costing("x")) == object.union(quiet, {"modify": {"limits": {"minutes": 5}}})
}

test_limits_that_cannot_be_read_are_not_known if {
	every odd in [null, "1", -1, 1.5, 9000000000000001, 1e300, [], {}, true] {
		every name in ["costUsd", "llmCalls", "minutes"] {
			rules(answer(general, limited({name: odd})).unknown) == {"over_limits"}
		}
		rules(answer(general, costing(odd)).unknown) == {"over_limits"}
	}
	every odd in [null, 3, "10", []] {
		rules(answer(general, limited(odd)).unknown) == {"over_limits"}
	}
}

test_a_limit_of_the_parameters_that_is_no_number_is_not_known if {
	every odd in [null, "1.50", -1, 0.5] {
		said := answer({"limits": {"cost_usd": odd}}, costing(1))
		rules(said.unknown) == {"over_limits"}
		said.modify == {}
	}
}

by_mode := {"limits": {
	"cost_usd": 1000000,
	"minutes": 30,
	"run_modes": {"enterprise": {"cost_usd": 50000000, "llm_calls": 500}},
}}

test_limits_of_the_run_mode if {
	check := {"id": "a"}
	answer(by_mode, {"check": check, "runMode": "enterprise"}).modify == {"limits": {"cost_usd": "50", "llm_calls": 500, "minutes": 30}}
	answer(by_mode, {"check": check, "runMode": "consumer"}).modify == {"limits": {"cost_usd": "1", "minutes": 30}}
}

test_a_run_mode_that_is_not_known if {
	every document in [{}, {"runMode": null}, {"runMode": "other"}, {"runMode": ["enterprise"]}] {
		said := answer(by_mode, document)
		messages(said.unknown) == {"the run mode is not known, and the limits depend on it"}
		said.modify == {"limits": {"cost_usd": "1", "minutes": 30}}
	}
}

amounts := [
	{"micro": 0, "text": "0"},
	{"micro": 1, "text": "0.000001"},
	{"micro": 10, "text": "0.00001"},
	{"micro": 100000, "text": "0.1"},
	{"micro": 999999, "text": "0.999999"},
	{"micro": 1000000, "text": "1"},
	{"micro": 1000001, "text": "1.000001"},
	{"micro": 1500000, "text": "1.5"},
	{"micro": 10000000, "text": "10"},
	{"micro": 1234567890, "text": "1234.56789"},
	{"micro": 8999999999999999, "text": "8999999999.999999"},
	{"micro": 9000000000000000, "text": "9000000000"},
]

test_an_amount_in_decimals[row.text] if {
	some row in amounts
	modes.decimal(row.micro) == row.text
}

test_without_parameters_nothing_can_be_told if {
	every given in [{}, {"modes": null}, {"modes": []}] {
		said := whole with input as asked(as_auto) with data.stepgate.parameters as given
		rules(said.unknown) == {"draft_forced", "auto_needs_approval", "over_limits"}
	}
}
