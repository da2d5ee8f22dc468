# The two policies of the tests, payments, and how what is found reads: the other files of this package use them.
package stepgate.packs.spending_test

import data.stepgate.packs.spending

team := {"roles": ["treasurer"], "users": ["carol"]}

counters := {"dailyCounter": "spent_daily", "monthlyCounter": "spent_monthly"}

# Amounts are whole millionths, as the engine hands them over.
conservative := object.union(counters, {
	"name": "conservative-brazilian-agent",
	"description": "Conservative spending policy for Brazilian market with strict controls",
	"currency": "BRL",
	"approvers": team,
	"caps": {"perTxn": 500000000, "daily": 1000000000, "monthly": 5000000000},
	"msig": {"threshold": {"higherThan": 300000000, "approvals": 2}},
	"allowLists": {
		"beneficiaries": [
			"tax:receita_federal", "utility:light_company", "utility:water_company", "bank:itau", "bank:nubank",
		],
		"countries": ["BR"],
	},
	"blockLists": {
		"categories": ["crypto", "gambling", "adult_content", "weapons"],
		"beneficiaries": ["sanctioned:*", "high_risk:*"],
	},
	"rules": [
		{
			"if": {"categoryIn": ["crypto", "gambling"]},
			"then": {"effect": "DENY", "reason": "prohibited_category_high_risk"},
		},
		{
			"if": {"amountGt": 300000000},
			"then": {"effect": "REQUIRE_MSIG", "approvals": 2, "reason": "high_value_requires_dual_approval"},
		},
		{
			"if": {"beneficiaryNotInAllow": true},
			"then": {"effect": "REQUIRE_HITL", "reason": "new_beneficiary_requires_human_verification"},
		},
	],
})

aggressive := object.union(counters, {
	"name": "aggressive-investment-agent",
	"description": "Higher limits for investment-focused autonomous agents",
	"currency": "BRL",
	"approvers": team,
	"caps": {"perTxn": 2000000000, "daily": 5000000000, "monthly": 25000000000},
	"msig": {"threshold": {"higherThan": 1000000000, "approvals": 1}},
	"allowLists": {
		"beneficiaries": [
			"investment:tesouro_direto", "investment:btg_pactual", "investment:xp_investimentos",
			"crypto:binance_br", "crypto:mercado_bitcoin",
		],
		"countries": ["BR", "US"],
	},
	"rules": [
		{
			"if": {"categoryIn": ["investment", "crypto"]},
			"then": {"effect": "ALLOW", "reason": "investment_category_approved"},
		},
		{
			"if": {"amountGt": 1000000000},
			"then": {"effect": "REQUIRE_MSIG", "approvals": 1, "reason": "investment_oversight_required"},
		},
	],
})

# No list, no rule.
plain := object.remove(conservative, ["allowLists", "blockLists", "rules"])

with_rules(rules) := object.union(plain, {"rules": rules})

light := "utility:light_company"

# A payment of so many millionths to somebody in Brazil.
paying(amount, category, id) := {
	"agentId": "payer", "entityId": "acme", "amount": amount, "currency": "BRL", "category": category,
	"beneficiary": {"id": id, "country": "BR"}, "purpose": "PIX",
}

hundred := paying(100000000, "utility", light)

changed(over) := object.union(hundred, over)

nothing_yet := {"spent_daily": {"value": 0, "unit": "micro"}, "spent_monthly": {"value": 0, "unit": "micro"}}

spent(daily, monthly) := {
	"spent_daily": {"value": daily, "unit": "micro", "source": "file", "at": "2026-11-21T17:20:06Z"},
	"spent_monthly": {"value": monthly, "unit": "micro"},
}

# What is found, as "effect rule: message", with the number of people before what waits for them.
said(policy, usage, spend) := lines(answer) if {
	answer := spending.answer with data.stepgate.parameters.spending as policy
		with input as {"check": {"id": "pay", "spend": spend}, "usage": usage}
}

lines(answer) := {line |
	some effect in ["deny", "unknown"]
	some found in answer[effect]
	line := concat("", [effect, " ", found.rule, ": ", found.message])
} | {line |
	some found in answer.approve
	line := concat("", [format_int(found.approvals.count, 10), " ", found.rule, ": ", found.message])
}
