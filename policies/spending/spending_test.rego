package stepgate.packs.spending_test

import data.stepgate.packs.spending

cap := "deny per_transaction_limit: exceeds_per_transaction_limit: 600 > 500"

msig(amount) := concat("", ["2 multiple_approvals: amount_requires_multiple_approvals: ", amount, " > 300"])

dual := "2 policy_rule: high_value_requires_dual_approval"

new_one := "1 policy_rule: new_beneficiary_requires_human_verification"

stranger := "1 beneficiary_not_allowed: beneficiary_requires_approval: shop:x not in allowlist"

risky := "deny policy_rule: prohibited_category_high_risk"

blocked(category) := concat("", [
	"deny category_blocked: category_blocked: ", category, " is prohibited by policy",
])

blocked_one(id) := concat("", ["deny beneficiary_blocked: beneficiary_blocked: ", id, " is prohibited by policy"])

not_listed(id) := concat("", ["1 beneficiary_not_allowed: beneficiary_requires_approval: ", id, " not in allowlist"])

conservative_table := [
	{"name": "within everything", "pay": hundred, "expect": set()},
	{"name": "nothing at all", "pay": paying(0, "utility", light), "expect": set()},
	{"name": "exactly at the threshold", "pay": paying(300000000, "utility", light), "expect": set()},
	{"name": "above it", "pay": paying(400000000, "utility", light), "expect": {dual, msig("400")}},
	{
		"name": "above it by the smallest unit",
		"pay": paying(300000001, "utility", light), "expect": {dual, msig("300.000001")},
	},
	{"name": "exactly at the cap", "pay": paying(500000000, "utility", light), "expect": {dual, msig("500")}},
	{"name": "above the cap", "pay": paying(600000000, "utility", light), "expect": {cap, dual, msig("600")}},
	{"name": "a new beneficiary", "pay": paying(100000000, "goods", "shop:x"), "expect": {stranger, new_one}},
	{
		"name": "a new beneficiary and a high value: the first rule that holds is heard, and no question is lost",
		"pay": paying(400000000, "goods", "shop:x"), "expect": {stranger, dual, msig("400")},
	},
	{"name": "a blocked category", "pay": paying(1000000, "weapons", light), "expect": {blocked("weapons")}},
	{
		"name": "one that a rule names as well",
		"pay": paying(1000000, "crypto", light), "expect": {blocked("crypto"), risky},
	},
	{"name": "in capital letters", "pay": paying(1000000, "Crypto", light), "expect": {blocked("Crypto"), risky}},
	{
		"name": "a blocked beneficiary", "pay": paying(1000000, "goods", "sanctioned:x"),
		"expect": {blocked_one("sanctioned:x"), not_listed("sanctioned:x"), new_one},
	},
	{
		"name": "a blocked beneficiary in capital letters", "pay": paying(1000000, "goods", "High_Risk:"),
		"expect": {blocked_one("High_Risk:"), not_listed("High_Risk:"), new_one},
	},
	{
		"name": "an allowed beneficiary is spelt exactly", "pay": paying(1000000, "goods", "bank:ITAU"),
		"expect": {not_listed("bank:ITAU"), new_one},
	},
	{
		"name": "a longer name than the allowed one", "pay": paying(1000000, "goods", "bank:itau2"),
		"expect": {not_listed("bank:itau2"), new_one},
	},
	{
		"name": "another country", "pay": changed({"beneficiary": {"country": "PT"}}),
		"expect": {"1 country_not_allowed: country_requires_approval: PT not in allowlist"},
	},
	{
		"name": "no country", "pay": object.union(object.remove(hundred, ["beneficiary"]), {"beneficiary": {"id": light}}),
		"expect": {concat("", [
			"1 country_not_allowed: country_requires_approval: the unknown country of ",
			"utility:light_company not in allowlist",
		])},
	},
]

test_conservative[row.name] if {
	some row in conservative_table
	said(conservative, nothing_yet, [row.pay]) == row.expect
}

tesouro := "investment:tesouro_direto"

over_thousand := "1 multiple_approvals: amount_requires_multiple_approvals: 1500 > 1000"

aggressive_table := [
	{"name": "an investment", "pay": paying(900000000, "investment", tesouro), "expect": set()},
	{"name": "crypto, which a rule allows", "pay": paying(900000000, "crypto", "crypto:binance_br"), "expect": set()},
	{
		"name": "allowed by a rule, and above the threshold all the same",
		"pay": paying(1500000000, "crypto", "crypto:binance_br"), "expect": {over_thousand},
	},
	{
		"name": "allowed by a rule, and to a stranger all the same",
		"pay": paying(1000000, "crypto", "shop:x"), "expect": {stranger},
	},
	{
		"name": "allowed by a rule, and above the cap all the same", "pay": paying(2000500000, "crypto", "crypto:binance_br"),
		"expect": {
			"deny per_transaction_limit: exceeds_per_transaction_limit: 2000.5 > 2000",
			"1 multiple_approvals: amount_requires_multiple_approvals: 2000.5 > 1000",
		},
	},
	{
		"name": "what permits is compared exactly", "pay": paying(1500000000, "Investment", tesouro),
		"expect": {over_thousand, "1 policy_rule: investment_oversight_required"},
	},
	{
		"name": "anything else", "pay": paying(1500000000, "goods", tesouro),
		"expect": {over_thousand, "1 policy_rule: investment_oversight_required"},
	},
]

test_aggressive[row.name] if {
	some row in aggressive_table
	said(aggressive, nothing_yet, [row.pay]) == row.expect
}

daily(amount) := concat("", ["1 daily_limit: would_exceed_daily_limit: ", amount, " > 1000"])

monthly(amount) := concat("", ["1 monthly_limit: would_exceed_monthly_limit: ", amount, " > 5000"])

counter_table := [
	{"name": "exactly the day's", "usage": spent(900000000, 900000000), "expect": set()},
	{"name": "more than the day's", "usage": spent(1000000000, 1000000000), "expect": {daily("1100")}},
	{"name": "more by the smallest unit", "usage": spent(900000001, 900000001), "expect": {daily("1000.000001")}},
	{"name": "more than the month's", "usage": spent(0, 4950500000), "expect": {monthly("5050.5")}},
	{"name": "more than both", "usage": spent(1000000000, 5000000000), "expect": {daily("1100"), monthly("5100")}},
	{
		"name": "the largest counter there is", "usage": spent(9000000000000000, 0),
		"expect": {daily("9000000100")},
	},
]

test_counters[row.name] if {
	some row in counter_table
	said(conservative, row.usage, [hundred]) == row.expect
}

test_payments_of_one_step_add_up if {
	said(plain, spent(800000000, 0), [hundred, hundred, hundred]) == {daily("1100")}
	said(plain, spent(700000000, 0), [hundred, hundred, hundred]) == set()
	said(plain, spent(900000000, 4900000000), [hundred, hundred]) == {daily("1100"), monthly("5100")}
}

test_the_largest_payments_add_up_exactly if {
	largest := object.union(plain, {"caps": {"perTxn": 1000000000000000}})
	many := [paying(amount, "goods", light) | some n in numbers.range(0, 99); amount := 1000000000000000 - (n % 2)]
	some line in said(largest, spent(9000000000000000, 0), many)
	line == daily("108999999999.99995")
}

test_which_payment_it_is if {
	answer := spending.answer with data.stepgate.parameters.spending as plain
		with input as {"check": {"spend": [hundred, paying(600000000, "goods", light)]}, "usage": nothing_yet}
	answer == {
		"unknown": set(),
		"deny": {{
			"rule": "per_transaction_limit",
			"message": "exceeds_per_transaction_limit: 600 > 500",
			"way_out": `payment 2: lower the amount, or raise "caps.perTxn"`,
		}},
		"approve": {{
			"rule": "multiple_approvals",
			"message": "amount_requires_multiple_approvals: 600 > 300",
			"way_out": `payment 2: get the approvals, or raise "msig.threshold.higherThan"`,
			"approvals": {"count": 2, "roles": ["treasurer"], "teams": [], "users": ["carol"]},
		}},
	}
}

test_without_lists_and_rules_only_the_limits_hold if {
	said(plain, nothing_yet, [paying(1000000, "crypto", "sanctioned:x")]) == set()
	said(plain, nothing_yet, []) == set()
}

test_an_empty_list_allows_nobody if {
	strict := object.union(plain, {"allowLists": {"beneficiaries": [], "countries": []}})
	said(strict, nothing_yet, [paying(1, "goods", "shop:x")]) == {
		stranger,
		"1 country_not_allowed: country_requires_approval: BR not in allowlist",
	}
}

test_a_beginning_of_names if {
	policy := object.union(plain, {"allowLists": {"beneficiaries": ["tax:*", "x"]}})
	every id in ["tax:", "tax:receita_federal", "tax:*", "x"] {
		said(policy, nothing_yet, [paying(1, "goods", id)]) == set()
	}
	every id in ["tax", "ta", "TAX:a", "a tax:b", "xx", "*"] {
		said(policy, nothing_yet, [paying(1, "goods", id)]) == {not_listed(id)}
	}
	everybody := object.union(plain, {"allowLists": {"beneficiaries": ["*"]}})
	said(everybody, nothing_yet, [paying(1, "goods", "anybody")]) == set()
}

# The first rule that holds is heard, and not the strictest.
test_rules_in_order if {
	deny := {"if": {"categoryIn": ["goods"]}, "then": {"effect": "DENY", "reason": "no_goods"}}
	ask := {"if": {"amountGt": 0}, "then": {"effect": "REQUIRE_HITL", "reason": "ask"}}
	allow := {"if": {"categoryIn": ["goods"]}, "then": {"effect": "ALLOW", "reason": "goods_are_fine"}}
	pay := [paying(1, "goods", light)]
	said(with_rules([deny, ask, allow]), nothing_yet, pay) == {"deny policy_rule: no_goods"}
	said(with_rules([ask, deny]), nothing_yet, pay) == {"1 policy_rule: ask"}
	said(with_rules([allow, deny, ask]), nothing_yet, pay) == set()
	said(with_rules([deny]), nothing_yet, [hundred]) == set()
}
