# METADATA
# title: What can be read of a payment and of the policy
# description: >-
#   The config's parser and the schema of the parameters refuse everything else; somebody who asks these rules directly
#   is told the same. A list that is a text has nothing in it, and would block nobody.
# scope: package
package stepgate.packs.spending.understood

params := data.stepgate.parameters.spending

# METADATA
# description: The payment has everything that the rules look at.
payment(intent) if {
	whole(intent.amount, 1000000000000000)
	texts([intent.currency, intent.category, intent.beneficiary.id])
	filled(object.get(intent.beneficiary, "country", "none"))
}

# METADATA
# description: The parameters have everything that the rules need, and nothing in a form that would be passed over.
policy if {
	every amount in [params.caps.perTxn, params.caps.daily, params.caps.monthly, params.msig.threshold.higherThan] {
		whole(amount, 1000000000000000)
	}
	people(params.msig.threshold.approvals)
	texts([params.currency, params.dailyCounter, params.monthlyCounter])
	every list in lists {
		texts(list)
	}
	is_array(rules)
	every rule in rules {
		filled(rule.then.reason)
		condition(rule["if"])
		effect(rule.then)
	}
}

lists := [
	object.get(params, ["allowLists", "beneficiaries"], []),
	object.get(params, ["allowLists", "countries"], []),
	object.get(params, ["blockLists", "beneficiaries"], []),
	object.get(params, ["blockLists", "categories"], []),
]

rules := object.get(params, "rules", [])

condition({"categoryIn": categories}) if texts(categories)

condition({"amountGt": amount}) if whole(amount, 1000000000000000)

condition({"beneficiaryNotInAllow": true})

effect(consequence) if consequence.effect in {"ALLOW", "DENY", "REQUIRE_HITL"}

effect(consequence) if {
	consequence.effect == "REQUIRE_MSIG"
	people(consequence.approvals)
}

people(number) if {
	whole(number, 100)
	number > 0
}

# METADATA
# description: A whole number from zero up to this one.
whole(value, most) if {
	is_number(value)
	value >= 0
	value <= most
	floor(value) == value
}

texts(list) if {
	is_array(list)
	every text in list {
		filled(text)
	}
}

filled(text) if {
	is_string(text)
	text != ""
}
