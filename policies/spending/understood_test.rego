package stepgate.packs.spending.understood_test

import data.stepgate.packs.spending
import data.stepgate.packs.spending_test

plain := spending_test.plain

pay := [spending_test.hundred]

unread := "unknown not_understood: the parameters of the pack cannot be read"

# Everything that is found where this is what the pack is told.
found(policy) := spending_test.said(policy, spending_test.nothing_yet, pay)

rule(condition, consequence) := {"rules": [{"if": condition, "then": consequence}]}

deny := {"effect": "DENY", "reason": "no"}

above := {"amountGt": 0}

test_parts_that_cannot_be_read if {
	parts := [
		{"currency": ""}, {"currency": null}, {"dailyCounter": ""}, {"monthlyCounter": 7},
		{"caps": {"perTxn": -1}}, {"caps": {"daily": "1000"}}, {"caps": {"monthly": 0.5}}, {"caps": null},
		{"msig": {"threshold": {"higherThan": 1000000000000001}}}, {"msig": null},
		{"msig": {"threshold": {"approvals": 0}}}, {"msig": {"threshold": {"approvals": 101}}},
		{"allowLists": {"beneficiaries": "*"}}, {"allowLists": {"countries": [7]}}, {"allowLists": {"countries": null}},
		{"blockLists": {"categories": "crypto"}}, {"blockLists": {"beneficiaries": [""]}},
		{"rules": {}}, {"rules": "none"}, {"rules": [null]}, {"rules": null},
		rule({}, deny), rule({"categoryIn": "crypto"}, deny), rule({"categoryIn": [7]}, deny),
		rule({"amountGt": "0"}, deny), rule({"amountGt": 0, "categoryIn": ["x"]}, deny),
		rule({"beneficiaryNotInAllow": false}, deny), rule(null, deny),
		rule(above, {}), rule(above, {"effect": "DENY"}), rule(above, {"effect": "DENY", "reason": ""}),
		rule(above, {"effect": "deny", "reason": "no"}), rule(above, {"effect": "REQUIRE_MSIG", "reason": "two"}),
		rule(above, {"effect": "REQUIRE_MSIG", "approvals": 0, "reason": "two"}),
	]
	every part in parts {
		unread in found(object.union(plain, part))
	}
}

test_parameters_that_are_not_there if {
	every key in ["currency", "caps", "msig", "dailyCounter", "monthlyCounter"] {
		unread in found(object.remove(plain, [key]))
	}
	every policy in [{}, [], null, "strict", 3] {
		unread in found(policy)
	}
	answer := spending.answer with input as {"check": {"spend": pay}}
	unread in spending_test.lines(answer)
}

test_what_can_be_read if {
	consequences := [
		deny, {"effect": "ALLOW", "reason": "x"}, {"effect": "REQUIRE_HITL", "reason": "x"},
		{"effect": "REQUIRE_MSIG", "approvals": 100, "reason": "x"},
	]
	every consequence in consequences {
		every condition in [above, {"categoryIn": ["x"]}] {
			not unread in found(object.union(plain, rule(condition, consequence)))
		}
	}
	every policy in [spending_test.conservative, spending_test.aggressive, plain] {
		found(policy) - {spending_test.not_listed("utility:light_company")} == set()
	}
}

test_a_rule_about_a_list_that_is_not_there if {
	lost := concat("", [
		"unknown policy_rule: no: the rule looks at a list of allowed beneficiaries, ",
		"and there is none",
	])
	every effect in ["DENY", "ALLOW", "REQUIRE_HITL"] {
		policy := object.union(plain, rule({"beneficiaryNotInAllow": true}, {"effect": effect, "reason": "no"}))
		found(policy) == {lost}
		found(object.union(policy, {"allowLists": {"countries": ["BR"]}})) == {lost}
	}
}
