# METADATA
# title: What a step may spend
# description: >-
#   Each payment that a step intends is held against one policy: limits, lists of what is blocked and of what needs no
#   question, rules in order, and a threshold above which several people approve. Amounts are whole millionths. Every
#   line is asked, whatever another one says: a line that only warns must not keep a stricter one from being heard.
# scope: package
package stepgate.packs.spending

import data.stepgate.packs.spending.understood

params := data.stepgate.parameters.spending

# METADATA
# title: The answer of the pack
# description: Nothing at all for a step that says nothing of spending.
answer := {"deny": deny, "approve": approve, "unknown": unknown} if {
	some "spend", _ in input.check
}

answer := {"unknown": {{"rule": "not_understood", "message": "the input names no step"}}} if {
	not names_step
}

# A rule of its own: what is undefined below a negated call makes the whole line undefined.
names_step if is_object(input.check)

# METADATA
# title: What is not paid at all
deny contains said("per_transaction_limit", i, message) if {
	some i, intent in priced
	intent.amount > params.caps.perTxn
	message := over("exceeds_per_transaction_limit", intent.amount, params.caps.perTxn)
}

deny contains said("category_blocked", i, message) if {
	some i, intent in sound
	some category in params.blockLists.categories
	lower(category) == lower(intent.category)
	message := concat("", ["category_blocked: ", intent.category, " is prohibited by policy"])
}

deny contains said("beneficiary_blocked", i, message) if {
	some i, intent in sound
	some pattern in params.blockLists.beneficiaries
	covers(lower(pattern), lower(intent.beneficiary.id))
	message := concat("", ["beneficiary_blocked: ", intent.beneficiary.id, " is prohibited by policy"])
}

deny contains said("currency_mismatch", i, message) if {
	some i, intent in foreign
	message := concat("", ["currency_mismatch: ", intent.currency, " is not ", params.currency])
}

deny contains said("policy_rule", i, rule.then.reason) if {
	some i, rule in decisive
	rule.then.effect == "DENY"
}

# METADATA
# title: What waits for people
approve contains asking(1, said(rule, i, message)) if {
	some rule, limit in limits
	some i, spent in planned
	total := counted(limit.counter) + spent
	total > limit.cap
	message := over(limit.reason, total, limit.cap)
}

approve contains asking(1, said("country_not_allowed", i, message)) if {
	countries := params.allowLists.countries
	some i, intent in sound
	country := object.get(intent.beneficiary, "country", "")
	not country in countries
	message := concat("", ["country_requires_approval: ", country_of(intent), " not in allowlist"])
}

approve contains asking(1, said("beneficiary_not_allowed", i, message)) if {
	patterns := params.allowLists.beneficiaries
	some i, intent in sound
	not listed(intent, patterns)
	message := concat("", ["beneficiary_requires_approval: ", intent.beneficiary.id, " not in allowlist"])
}

approve contains asking(1, said("policy_rule", i, rule.then.reason)) if {
	some i, rule in decisive
	rule.then.effect == "REQUIRE_HITL"
}

approve contains asking(rule.then.approvals, said("policy_rule", i, rule.then.reason)) if {
	some i, rule in decisive
	rule.then.effect == "REQUIRE_MSIG"
}

approve contains asking(threshold.approvals, said("multiple_approvals", i, message)) if {
	threshold := params.msig.threshold
	some i, intent in priced
	intent.amount > threshold.higherThan
	message := over("amount_requires_multiple_approvals", intent.amount, threshold.higherThan)
}

# METADATA
# title: What cannot be told
# description: A limit that nothing can be held against is neither kept nor broken.
unknown contains {"rule": "not_understood", "message": message, "way_out": way_out} if {
	not understood.policy
	message := "the parameters of the pack cannot be read"
	way_out := `see "parameters" of the pack "spending" in "policy.packs"`
}

unknown contains {"rule": "not_understood", "message": message, "way_out": "write one mapping, or a list of them"} if {
	not is_array(input.check.spend)
	message := `"spend" of the step is not a list of payments`
}

unknown contains finding("not_understood", i, "a payment cannot be read", "write all that belongs to it") if {
	some i, intent in payments
	not understood.payment(intent)
}

unknown contains finding(rule, i, message, ways.currency_mismatch) if {
	some i, intent in foreign
	some rule in money_rules
	message := concat(" ", ["an amount in", intent.currency, "cannot be held against one in", params.currency])
}

unknown contains {"rule": rule, "message": message, "way_out": way_out} if {
	count(priced) > 0
	some rule, limit in limits
	not counted(limit.counter)
	message := concat("", [`the counter "`, limit.counter, `" is not known: `, why(limit.counter)])
	way_out := concat("", [`say in "policy.usage.`, limit.counter, `" where it is read from`])
}

unknown contains {"rule": "policy_rule", "message": message, "way_out": way_out} if {
	count(sound) > 0
	not params.allowLists.beneficiaries
	some rule in rules
	rule["if"].beneficiaryNotInAllow
	message := concat("", [rule.then.reason, ": the rule looks at a list of allowed beneficiaries, and there is none"])
	way_out := `give "allowLists.beneficiaries", or take the rule out`
}

payments := input.check.spend if is_array(input.check.spend)

# The payments that can be read, by their place; those in the policy's currency; and the others.
sound := {i: intent | some i, intent in payments; understood.payment(intent)}

priced := {i: intent | some i, intent in sound; intent.currency == params.currency}

foreign := {i: intent | some i, intent in sound; intent.currency != params.currency}

# What the step has spent once this payment is made: they come one after the other.
planned := {i: sum(array.slice(amounts, 0, i + 1)) | some i, _ in priced}

amounts := [object.get(priced, [i, "amount"], 0) | some i, _ in payments]

limits := {
	"daily_limit": {
		"counter": params.dailyCounter,
		"cap": params.caps.daily,
		"reason": "would_exceed_daily_limit",
	},
	"monthly_limit": {
		"counter": params.monthlyCounter,
		"cap": params.caps.monthly,
		"reason": "would_exceed_monthly_limit",
	},
}

rules := object.get(params, "rules", [])

# The first rule that holds is the one that is heard.
decisive := {i: holding[0] |
	some i, intent in sound
	holding := [rule | some rule in rules; holds(rule, intent)]
}

holds(rule, intent) if intent.category in rule["if"].categoryIn

# What permits is compared exactly; what stands in the way is not evaded by a capital letter.
holds(rule, intent) if {
	rule.then.effect != "ALLOW"
	some category in rule["if"].categoryIn
	lower(category) == lower(intent.category)
}

holds(rule, intent) if {
	intent.currency == params.currency
	intent.amount > rule["if"].amountGt
}

holds(rule, intent) if {
	rule["if"].beneficiaryNotInAllow
	patterns := params.allowLists.beneficiaries
	not listed(intent, patterns)
}

listed(intent, patterns) if {
	some pattern in patterns
	covers(pattern, intent.beneficiary.id)
}

covers(pattern, id) if pattern == id

covers(pattern, id) if {
	endswith(pattern, "*")
	startswith(id, substring(pattern, 0, count(pattern) - 1))
}

country_of(intent) := object.get(
	intent.beneficiary, "country",
	concat(" ", ["the unknown country of", intent.beneficiary.id]),
)

money_rules := {"per_transaction_limit", "daily_limit", "monthly_limit", "multiple_approvals"} | {"policy_rule" |
	some rule in rules
	rule["if"].amountGt
}

# METADATA
# description: What a counter of money says, and nothing where it does not say an amount.
counted(name) := counter.value if {
	counter := input.usage[name]
	not says_unknown(counter)
	counter.unit == "micro"
	understood.whole(counter.value, 9000000000000000)
}

says_unknown(counter) if {
	some "unknown", _ in counter
}

why(name) := "nobody counted it" if {
	not input.usage[name]
} else := input.usage[name].unknown if {
	is_string(input.usage[name].unknown)
} else := "it does not count money" if {
	not input.usage[name].unit == "micro"
} else := "its value is no amount up to 9000000000"

over(reason, amount, limit) := concat("", [reason, ": ", money(amount), " > ", money(limit)])

# METADATA
# description: >-
#   An amount as people write it, from its digits alone. In WebAssembly format_int ends the evaluation above 32 bits;
#   json.marshal does not.
money(units) := concat("", [substring(digits, 0, at), tail(substring(digits, at, 6))]) if {
	plain := json.marshal(units)
	digits := concat("", [substring("000000", 0, max([0, 7 - count(plain)])), plain])
	at := count(digits) - 6
}

tail("000000") := ""

tail(decimals) := concat("", [".", trim_right(decimals, "0")]) if decimals != "000000"

said(rule, i, message) := finding(rule, i, message, ways[rule])

ways := {
	"per_transaction_limit": `lower the amount, or raise "caps.perTxn"`,
	"daily_limit": `get an approval, or raise "caps.daily"`,
	"monthly_limit": `get an approval, or raise "caps.monthly"`,
	"category_blocked": `do not pay it, or take the category out of "blockLists.categories"`,
	"beneficiary_blocked": `do not pay it, or take the beneficiary out of "blockLists.beneficiaries"`,
	"country_not_allowed": `get an approval, or add the country to "allowLists.countries"`,
	"beneficiary_not_allowed": `get an approval, or add the beneficiary to "allowLists.beneficiaries"`,
	"currency_mismatch": "pay in the currency of the policy",
	"policy_rule": `do as the rule says, or change it in "rules"`,
	"multiple_approvals": `get the approvals, or raise "msig.threshold.higherThan"`,
}

# Only where there are several does it have to be said which one.
finding(rule, i, message, way_out) := {"rule": rule, "message": message, "way_out": way_out} if {
	count(payments) == 1
} else := {"rule": rule, "message": message, "way_out": concat("", [
	"payment ",
	format_int(i + 1, 10),
	": ",
	way_out,
])}

asking(number, found) := object.union(found, {"approvals": {
	"count": number,
	"roles": object.get(params.approvers, "roles", []),
	"teams": object.get(params.approvers, "teams", []),
	"users": object.get(params.approvers, "users", []),
}})
