package stepgate.packs.spending_test

import data.stepgate.packs.spending

# What is not known, not said or not understood ends in an objection, never in silence.

mismatch := "deny currency_mismatch: currency_mismatch: EUR is not BRL"

cannot(rule) := concat("", ["unknown ", rule, ": an amount in EUR cannot be held against one in BRL"])

test_another_currency_is_denied_and_no_limit_is_thought_kept if {
	limits := {cannot(rule) |
		some rule in ["per_transaction_limit", "daily_limit", "monthly_limit", "multiple_approvals"]
	}
	euros := changed({"currency": "EUR", "amount": 900000000})
	said(plain, nothing_yet, [euros]) == limits | {mismatch}
	said(conservative, nothing_yet, [euros]) == limits | {mismatch, cannot("policy_rule")}

	# The other payments are held against the limits without it.
	said(plain, spent(900000000, 0), [euros, hundred]) == limits | {mismatch}
	said(plain, spent(900000001, 0), [euros, hundred]) == limits | {mismatch, daily("1000.000001")}
}

test_what_is_blocked_is_blocked_in_every_currency if {
	euros := object.union(paying(1, "weapons", "sanctioned:x"), {"currency": "EUR"})
	found := said(conservative, nothing_yet, [euros])
	{mismatch, blocked("weapons"), blocked_one("sanctioned:x"), not_listed("sanctioned:x")} - found == set()
}

not_known(name, why) := concat("", [
	"unknown ", name, "_limit: the counter \"spent_", name, "\" is not known: ", why,
])

no_amount := "its value is no amount up to 9000000000"

odd_counters := [
	{"counter": {"unknown": "the endpoint did not answer"}, "why": "the endpoint did not answer"},
	{"counter": {"unknown": 7, "value": 0, "unit": "micro"}, "why": no_amount},
	{"counter": {"unknown": "stale", "value": 0, "unit": "micro"}, "why": "stale"},
	{"counter": {"value": 0, "unit": "count"}, "why": "it does not count money"},
	{"counter": {"value": 0}, "why": "it does not count money"},
	{"counter": {"unit": "micro"}, "why": no_amount},
	{"counter": {}, "why": "it does not count money"},
	{"counter": null, "why": "it does not count money"},
	{"counter": 0, "why": "it does not count money"},
	{"counter": false, "why": "nobody counted it"},
]

test_a_counter_that_is_not_known_is_not_zero if {
	every row in odd_counters {
		usage := object.union(object.remove(nothing_yet, ["spent_daily"]), {"spent_daily": row.counter})
		said(plain, usage, [hundred]) == {not_known("daily", row.why)}
	}
	every value in [-1, 0.5, 9000000000000001, "0", null, true, [], {}] {
		usage := object.union(nothing_yet, {"spent_monthly": {"value": value, "unit": "micro"}})
		said(plain, usage, [hundred]) == {not_known("monthly", no_amount)}
	}
	nobody := {not_known("daily", "nobody counted it"), not_known("monthly", "nobody counted it")}
	every usage in [{}, [], null, 3, "spent_daily"] {
		said(plain, usage, [hundred]) == nobody
	}
	answer := spending.answer with data.stepgate.parameters.spending as plain
		with input as {"check": {"spend": [hundred]}}
	lines(answer) == nobody
}

test_counters_have_the_names_that_the_policy_says if {
	named := object.union(plain, {"dailyCounter": "brl_today"})
	said(named, nothing_yet, [hundred]) == {`unknown daily_limit: the counter "brl_today" is not known: nobody counted it`}
	said(named, object.union(nothing_yet, {"brl_today": {"value": 950000000, "unit": "micro"}}), [hundred]) == {
		daily("1050"),
	}
}

unread := "unknown not_understood: a payment cannot be read"

test_a_payment_that_cannot_be_read if {
	over := array.concat(
		[{"amount": amount} | some amount in [-1, 0.5, 1000000000000001, "100", null, true, []]],
		array.concat(
			[{key: value} | some key in ["currency", "category"]; some value in ["", null, 7, ["BRL"]]],
			array.concat(
				[{"beneficiary": {"id": id}} | some id in ["", null, 7]],
				[{"beneficiary": value} | some value in ["x", null, ["x"]]],
			),
		),
	)
	every country in [null, 7, "", false] {
		said(conservative, nothing_yet, [changed({"beneficiary": {"country": country}})]) == {unread}
	}
	every part in over {
		said(conservative, nothing_yet, [changed(part)]) == {unread}
	}
	every key in ["amount", "currency", "category", "beneficiary"] {
		said(conservative, nothing_yet, [object.remove(hundred, [key])]) == {unread}
	}
	every intent in ["", 3, null, true, false, [], {}] {
		said(conservative, nothing_yet, [intent]) == {unread}
	}
}

test_the_others_are_read_all_the_same if {
	said(conservative, nothing_yet, [null, paying(600000000, "utility", light)]) == {unread, cap, dual, msig("600")}
}

test_spending_that_is_no_list if {
	every spend in ["", 3, null, true, false, {}, hundred] {
		said(conservative, nothing_yet, spend) == {`unknown not_understood: "spend" of the step is not a list of payments`}
	}
}

test_a_step_that_spends_nothing_is_not_asked if {
	not spending.answer with input as {"check": {"id": "lint"}} with data.stepgate.parameters.spending as plain
}

test_no_step if {
	every document in [{}, [], 3, null, {"check": null}, {"check": "pay"}] {
		answer := spending.answer with input as document with data.stepgate.parameters.spending as plain
		lines(answer) == {"unknown not_understood: the input names no step"}
	}
}
